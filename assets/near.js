// "Where I am": the position is asked for on a click, looked up in the boundaries here, and goes nowhere else.
"use strict";
(function () {
    const site = (window.segregationskartan = window.segregationskartan || {});
    const ASHORE = 0.02; // degrees: who stands by the water is in the nearest area

    document.addEventListener("click", (event) => {
        const button = event.target.closest("button.near-me");
        if (button) find(button);
    });

    function find(button) {
        const said = JSON.parse(button.dataset.words);
        const show = (words) => (button.parentElement.querySelector(".near-said").textContent = words);
        if (!navigator.geolocation) return show(said.near_me_failed);
        button.disabled = true;
        show(said.loading);
        const done = (words) => {
            button.disabled = false;
            show(words);
        };
        navigator.geolocation.getCurrentPosition(
            async ({ coords }) => {
                try {
                    const code = await areaAt([coords.longitude, coords.latitude]);
                    done(code ? "" : said.near_me_outside);
                    if (code) site.choose("area", code);
                } catch {
                    done(said.near_me_failed);
                }
            },
            () => done(said.near_me_failed),
            { maximumAge: 60000, timeout: 20000 },
        );
    }

    // First the municipality, then the RegSO in it.
    async function areaAt(point) {
        const { files } = await site.file("/boundaries/index.json");
        const municipality = await holding(files.municipality["00"].file, point);
        return municipality && ((await holding(files.regso[municipality].file, point)) || municipality);
    }

    async function holding(file, point) {
        const { features } = await site.file(`/boundaries/${file}`);
        const around = features.find(({ geometry }) => polygons(geometry).some((polygon) => holds(polygon, point)));
        return (around || nearest(features, point))?.id;
    }

    const polygons = ({ type, coordinates }) => (type === "Polygon" ? [coordinates] : coordinates);

    // Inside the outer ring and in none of the holes.
    function holds(rings, point) {
        return rings.reduce((inside, ring) => inside !== crosses(ring, point), false);
    }

    function crosses(ring, [x, y]) {
        let odd = false;
        for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
            const [[ax, ay], [bx, by]] = [ring[i], ring[j]];
            if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
        }
        return odd;
    }

    function nearest(features, [x, y]) {
        let [found, least] = [null, ASHORE];
        const shrink = Math.cos((y * Math.PI) / 180);
        for (const feature of features)
            for (const [outer] of polygons(feature.geometry))
                for (const [lon, lat] of outer) {
                    const away = Math.hypot((lon - x) * shrink, lat - y);
                    if (away < least) [found, least] = [feature, away];
                }
        return found;
    }
})();
