// Tables that come sorted by one column can be sorted by any other: by buttons, or at once by the
// links that ask the server for another order.
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
        const link = event.target.closest("table.sortable thead a[data-column]");
        if (link && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
        const head = (link || event.target.closest("table.sortable thead button"))?.closest("th");
        if (!head) return;
        const table = head.closest("table");
        const sorted = head.getAttribute("aria-sort");
        const named = head.cellIndex === 0 || link?.dataset.column === "name";
        const falling = sorted === "none" ? !named : sorted !== FALLING;
        for (const other of head.parentElement.cells) other.setAttribute("aria-sort", "none");
        head.setAttribute("aria-sort", falling ? FALLING : "ascending");
        sort(table, head.cellIndex, falling);
        if (link) readdress(event, link, falling);
    });

    // The address says the order that is seen, and the link the one that a further click gives.
    function readdress(event, link, falling) {
        event.preventDefault();
        const address = new URL(link.href);
        address.searchParams.set("order", falling ? "falling" : "rising");
        history.replaceState(null, "", address);
        address.searchParams.set("order", falling ? "rising" : "falling");
        link.href = address;
        for (const [key, value] of new URL(location).searchParams)
            for (const field of document.querySelectorAll(`form.question input[type=hidden][name=${key}]`))
                field.value = value;
    }
})();
