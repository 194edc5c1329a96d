// The facts of the chosen area for the year shown; all years came in one answer.
"use strict";
(function () {
    const clientside = (window.dash_clientside = window.dash_clientside || {});
    const LONG = 18; // letters, from which a value is written smaller
    const PARTS = ["value", "change", "sentence", "rank"];

    function shownYear(facts, asked) {
        return facts.years[asked] ? asked : facts.year;
    }

    clientside.facts = {
        show(facts, asked) {
            if (!facts) return clientside.no_update;
            const year = shownYear(facts, asked?.year);
            const head = document.getElementById("fact-year");
            if (!head) return clientside.no_update;
            head.textContent = year;
            for (const part of PARTS) {
                const place = document.getElementById(`fact-${part}`);
                place.textContent = facts.years[year][part];
                place.hidden = !facts.years[year][part];
            }
            const value = document.getElementById("fact-value");
            value.classList.toggle("long", value.textContent.length > LONG);
            return year;
        },
        // The year shown is a thin line behind the lines of the chart.
        series(figure, years) {
            if (!figure) return clientside.no_update;
            const chart = document.querySelector(".series[role=img]");
            if (chart && figure.layout.meta) chart.setAttribute("aria-label", figure.layout.meta);
            const asked = years?.year;
            const known = figure.data.some((line) => Array.isArray(line.x) && line.x.includes(asked));
            const mark = { type: "line", xref: "x", yref: "paper", x0: asked, x1: asked, y0: 0, y1: 1 };
            const line = { color: "#9aa5ab", width: 1 };
            const own = figure.layout.shapes || [];
            const shapes = known ? [...own, { ...mark, line, layer: "below" }] : own;
            return { ...figure, layout: { ...figure.layout, shapes } };
        },
    };
})();
