// Every area on the map as a row of a table: the map's equal for those who cannot see it.
"use strict";
(function () {
    const site = (window.segregationskartan = window.segregationskartan || {});
    const REST = 120; // milliseconds without a change: thousands of rows wait until the map has been painted
    let filling = null;
    let order = { column: 0, falling: true }; // a column of values by its number, or name, or code

    const byId = (id) => document.getElementById(id);
    const details = () => document.querySelector("details.all-values");

    site.showTable = function ({ inside, scene }) {
        byId("table-count").textContent = `${site.number(inside.length, 0)} ${scene.plural}`;
        clearTimeout(filling);
        if (details().open) filling = setTimeout(fill, REST);
    };

    document.addEventListener("toggle", (event) => event.target === details() && details().open && fill(), true);

    // The columns of what is shown: a value, two values and their difference, or two maps' values.
    function columns({ scene, year, since, beside }) {
        const { words } = scene;
        if (beside) return [of(year), of(beside.year, beside)].map((column, i) => titled(column, i ? beside : site.picture));
        if (since) return [of(since), of(year), change(since)];
        const [first] = scene.years;
        const own = { ...of(year), label: `${words.table_value}, ${scene.unit}` };
        return scene.categorical || year === first ? [own] : [own, change(first)];
    }

    function of(year, layer = site.picture) {
        return { label: year, read: (code) => site.reading(code, year, layer), written: (one) => written(one, layer) };
    }

    function titled(column, { scene }) {
        return { ...column, label: `${scene.title} ${column.label}, ${scene.unit}` };
    }

    function change(from) {
        const { scene, year } = site.picture;
        return {
            label: site.filled(scene.words.table_change, { year: from }),
            read(code) {
                if (site.broken(code, from, year)) return { value: null, reason: "border_moved" };
                const [before, now] = [from, year].map((one) => site.reading(code, one).value);
                return { value: before === null || now === null ? null : now - before };
            },
            written: ({ value, reason }) => (reason ? scene.reasons[reason] : value === null ? "–" : site.signed(value)),
        };
    }

    function written({ value, reason }, { scene }) {
        if (value === null) return site.picture.scene.reasons[reason];
        return scene.categorical ? scene.classes[Math.round(value) - 1].label : site.number(value, scene.decimals);
    }

    function rows(shown) {
        return site.picture.inside.map((code) => {
            const readings = shown.map(({ read }) => read(code));
            return { code, name: site.nameOf(code), readings, ...readings.map(({ value }) => value) };
        });
    }

    function compare(a, b) {
        const [x, y] = [a[order.column], b[order.column]];
        if (x === null || y === null) return (x === null) - (y === null);
        const difference = typeof x === "string" ? x.localeCompare(y, "sv") : x - y;
        return order.falling ? -difference : difference;
    }

    function fill() {
        const { scene } = site.picture;
        const shown = columns(site.picture);
        if (order.column >= shown.length) order = { column: 0, falling: true };
        const table = document.createElement("table");
        table.createCaption().textContent = byId("map-title").textContent;
        const head = table.createTHead().insertRow();
        head.append(headCell("name", scene.words.table_area), headCell("code", scene.words.table_code));
        head.append(...shown.map(({ label }, i) => headCell(i, label)));
        const body = table.createTBody();
        for (const row of rows(shown).sort(compare)) body.append(bodyRow(row, shown, scene));
        const note = site.element("p", scene.rankingNote || "");
        note.className = "ranking-note";
        byId("table").replaceChildren(...(scene.rankingNote ? [note] : []), table);
    }

    function headCell(column, label) {
        const cell = document.createElement("th");
        cell.scope = "col";
        const sorted = order.column === column;
        cell.setAttribute("aria-sort", sorted ? (order.falling ? "descending" : "ascending") : "none");
        const button = site.element("button", label);
        button.type = "button";
        button.addEventListener("click", () => {
            const falling = sorted ? !order.falling : typeof column === "number";
            order = { column, falling };
            fill();
            byId("table").querySelector(`th[aria-sort]:not([aria-sort="none"]) button`).focus();
        });
        cell.append(button);
        return cell;
    }

    function bodyRow({ code, name, readings }, shown, scene) {
        const row = document.createElement("tr");
        const head = document.createElement("th");
        head.scope = "row";
        const link = site.element("button", name);
        Object.assign(link, { type: "button", className: "link" });
        Object.assign(link.dataset, { writes: "area", value: code });
        head.append(link);
        if (code === scene.highlight) row.className = "chosen";
        row.append(head, site.element("td", code), ...readings.map((one, i) => site.element("td", shown[i].written(one))));
        return row;
    }
})();
