// Every area on the map as a row of a table: the map's equal for those who cannot see it.
"use strict";
(function () {
    const site = (window.segregationskartan = window.segregationskartan || {});
    let order = { column: "value", falling: true };

    const byId = (id) => document.getElementById(id);
    const details = () => document.querySelector("details.all-values");

    site.showTable = function ({ inside, scene }) {
        byId("table-count").textContent = `${site.number(inside.length, 0)} ${scene.plural}`;
        if (details().open) fill();
    };

    document.addEventListener("toggle", (event) => event.target === details() && details().open && fill(), true);

    function rows() {
        const { inside, scene } = site.picture;
        const first = scene.years[0];
        return inside.map((code) => {
            const { value, reason } = site.reading(code);
            const before = site.reading(code, first).value;
            const change = value === null || before === null || scene.categorical ? null : value - before;
            return { code, name: site.nameOf(code), value, reason, change };
        });
    }

    function compare(a, b) {
        const [x, y] = [a[order.column], b[order.column]];
        if (x === null || y === null) return (x === null) - (y === null);
        const difference = typeof x === "string" ? x.localeCompare(y, "sv") : x - y;
        return order.falling ? -difference : difference;
    }

    function fill() {
        const { scene, year } = site.picture;
        const said = scene.words;
        const heads = [
            ["name", said.table_area],
            ["code", said.table_code],
            ["value", `${said.table_value}, ${scene.unit}`],
        ];
        const shownChange = scene.years.length > 1 && !scene.categorical && year !== scene.years[0];
        if (shownChange) heads.push(["change", said.table_change]);
        const table = document.createElement("table");
        const caption = table.createCaption();
        caption.textContent = `${scene.title}, ${year}`;
        const head = table.createTHead().insertRow();
        for (const [column, label] of heads) head.append(headCell(column, label));
        const body = table.createTBody();
        for (const row of rows().sort(compare)) body.append(bodyRow(row, scene, shownChange));
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
            const falling = sorted ? !order.falling : column === "value" || column === "change";
            order = { column, falling };
            fill();
            byId("table").querySelector(`th[aria-sort]:not([aria-sort="none"]) button`).focus();
        });
        cell.append(button);
        return cell;
    }

    function bodyRow({ code, name, value, reason, change }, scene, shownChange) {
        const row = document.createElement("tr");
        const head = document.createElement("th");
        head.scope = "row";
        const link = site.element("button", name);
        Object.assign(link, { type: "button", className: "link" });
        Object.assign(link.dataset, { writes: "area", value: code });
        head.append(link);
        if (code === scene.highlight) row.className = "chosen";
        const written = value === null ? scene.reasons[reason] : scene.categorical ? site.describe(code).value : site.number(value);
        row.append(head, site.element("td", code), site.element("td", written));
        if (shownChange) row.append(site.element("td", change === null ? "–" : signed(change)));
        return row;
    }

    function signed(change) {
        const written = site.number(change);
        return Number(change.toFixed(site.picture.scene.decimals)) > 0 ? `+${written}` : written.replace(/^[-−](?=[0,.\s]*$)/, "");
    }
})();
