// Tables that come sorted by one column can be sorted by any other.
"use strict";
(function () {
    const FALLING = "descending";

    function sortable(cell) {
        return cell.dataset.sort === undefined ? null : cell.dataset.sort;
    }

    // Numbers as numbers, names as Swedish names; rows without a value stay last.
    function compare(one, other) {
        const [a, b] = [Number(one), Number(other)];
        return Number.isNaN(a - b) ? one.localeCompare(other, "sv") : a - b;
    }

    function sort(table, column, falling) {
        const body = table.tBodies[0];
        const keyed = [...body.rows].map((row) => [sortable(row.cells[column]), row]);
        keyed.sort(([a], [b]) => {
            if (a === null || b === null) return (a === null) - (b === null);
            return falling ? compare(b, a) : compare(a, b);
        });
        body.append(...keyed.map(([, row]) => row));
    }

    document.addEventListener("click", (event) => {
        const head = event.target.closest("table.sortable thead button")?.closest("th");
        if (!head) return;
        const table = head.closest("table");
        const sorted = head.getAttribute("aria-sort");
        const falling = sorted === "none" ? head.cellIndex > 0 : sorted !== FALLING;
        for (const other of head.parentElement.cells) other.setAttribute("aria-sort", "none");
        head.setAttribute("aria-sort", falling ? FALLING : "ascending");
        sort(table, head.cellIndex, falling);
    });
})();
