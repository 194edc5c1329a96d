// The map: plotly draws the shapes of a scope once; colours are painted on them.
"use strict";
(function () {
    const site = (window.segregationskartan = window.segregationskartan || {});
    const clientside = (window.dash_clientside = window.dash_clientside || {});
    const EDGE = { county: 1.2, municipality: 0.7, regso: 0.6 };
    const BESIDE = 0.3; // opacity of areas beside the chosen county
    const MANY = 800; // shapes, from which edges are thin and borders that changed are not marked
    let picture = null;
    let newest = null;

    clientside.map = {
        async show(scene, asked) {
            if (!scene) return clientside.no_update;
            newest = scene;
            try {
                const read = await Promise.all([scene.boundaries, scene.register, scene.values].map(site.file));
                if (newest !== scene) return clientside.no_update;
                return draw(scene, asked, ...read);
            } catch (error) {
                say("failed");
                throw error;
            }
        },
    };

    function draw(scene, asked, boundaries, register, values) {
        const before = picture;
        const year = scene.years.includes(asked) ? asked : scene.year;
        picture = { scene, year, boundaries, register, values };
        picture.codes = boundaries.features.map((feature) => feature.id);
        picture.inside = inside(picture);
        picture.position = new Map(register.codes.map((code, i) => [code, i]));
        picture.changed = new Set((picture.codes.length < MANY && register.changed) || []);
        site.picture = picture;
        site.showControls(scene);
        site.showAround(picture);
        if (before && sameShapes(before.scene, scene)) {
            paint();
            return clientside.no_update;
        }
        window.PlotlyGeoAssets[scene.boundaries] = boundaries;
        return figure(picture);
    }

    // What is counted and listed: of small areas all that have figures, drawn or not.
    function inside({ scene, codes, register }) {
        const own = scene.scope ? register.codes.filter((code) => scene.scope === "00" || code.startsWith(scene.scope)) : [];
        const all = [...new Set([...own, ...codes])];
        return all.filter((code) => !scene.within || code.startsWith(scene.within));
    }

    function sameShapes(a, b) {
        return a.boundaries === b.boundaries && a.highlight === b.highlight && String(a.zoom) === String(b.zoom);
    }

    function figure({ scene, codes }) {
        const shapes = {
            type: "choropleth",
            geojson: scene.boundaries,
            featureidkey: "id",
            showscale: false,
            hoverinfo: "none",
            zmin: 0,
            zmax: 1,
        };
        const clear = [[0, "rgba(0,0,0,0)"], [1, "rgba(0,0,0,0)"]];
        const chosen = codes.includes(scene.highlight) ? [scene.highlight] : [];
        return {
            data: [
                {
                    ...shapes,
                    locations: codes,
                    z: codes.map(() => 0),
                    colorscale: clear,
                    marker: { line: { color: "#ffffff", width: codes.length > MANY ? 0.25 : EDGE[scene.level] } },
                },
                {
                    ...shapes,
                    locations: chosen,
                    z: chosen.map(() => 0),
                    colorscale: clear,
                    hoverinfo: "skip",
                    marker: { line: { color: "#101820", width: 2.5 } },
                },
            ],
            layout: {
                margin: { l: 0, r: 0, t: 0, b: 0 },
                paper_bgcolor: "rgba(0,0,0,0)",
                dragmode: matchMedia("(pointer: fine)").matches ? "pan" : false,
                uirevision: scene.boundaries + scene.zoom,
                geo: {
                    visible: false,
                    bgcolor: "rgba(0,0,0,0)",
                    ...site.window(),
                },
            },
        };
    }

    // Where to look so that no shape lies under the legend.
    site.window = function () {
        const canvas = document.querySelector(".canvas").getBoundingClientRect();
        const legend = document.getElementById("legend").getBoundingClientRect();
        const over = legend.left < canvas.right && legend.top < canvas.bottom ? legend.right - canvas.left : 0;
        return site.lookAt(picture, canvas, over < canvas.width / 2 ? over : 0);
    };

    // What an area shows in the chosen year.
    site.reading = function (code, year = picture.year) {
        const { scene, values, position } = picture;
        const area = position.get(code);
        const row = values.years.indexOf(year);
        const whole = area === undefined || row < 0 ? null : values.values[row][area];
        if (whole === null) return { value: null, reason: reason(values, row, area), class: null };
        const value = whole / 10 ** values.decimals;
        return { value, reason: null, class: classOf(value, scene) };
    };

    function classOf(value, scene) {
        if (scene.categorical) return Math.round(value) - 1;
        let position = 0;
        while (position < scene.limits.length && value >= scene.limits[position]) position += 1;
        return position;
    }

    function reason(values, row, area) {
        if (area === undefined) return "only_2025";
        for (const [status, cells] of Object.entries(values.status || {}))
            if (cells.some(([r, a]) => r === row && a === area)) return status;
        return "missing";
    }

    site.nameOf = (code) => {
        const { register, position } = picture;
        return register.names[position.get(code)] || code;
    };

    function graph() {
        return document.querySelector("#map .js-plotly-plot");
    }

    site.shapeOf = (code) => document.querySelector(`#map path[data-code="${code}"]`);

    function paint() {
        const holder = graph();
        if (!holder || !picture) return;
        patternInto(holder.querySelector(".main-svg"));
        const inside = new Set(picture.inside);
        for (const path of holder.querySelectorAll(".choroplethlayer > g:first-child path")) {
            const code = path.__data__.loc;
            const { class: position } = site.reading(code);
            path.dataset.code = code;
            path.style.fill = position === null ? "url(#no-data)" : picture.scene.classes[position].colour;
            path.style.fillOpacity = inside.has(code) ? 1 : BESIDE;
            path.classList.toggle("no-data", position === null);
            path.classList.toggle("changed-border", picture.changed.has(code));
        }
        say(null);
    }

    // The look of "no data": a pattern, so that it is never taken for the lowest class.
    function patternInto(svg) {
        if (svg.querySelector("#no-data")) return;
        const held = document.createElementNS("http://www.w3.org/2000/svg", "defs");
        held.innerHTML =
            '<pattern id="no-data" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">' +
            '<rect width="6" height="6" fill="#ffffff"/><rect width="1.6" height="6" fill="#9aa5ab"/></pattern>';
        svg.prepend(held);
    }

    function say(state) {
        const message = document.querySelector(".map-message");
        if (!message) return;
        message.hidden = state === null;
        if (state === "failed") message.textContent = document.getElementById("map-frame").dataset.failed;
    }

    // Plotly repaints in its own colours after each of its drawings.
    site.onGraph = [];
    site.watch(() => {
        const holder = graph();
        if (!holder || holder.dataset.followed || !holder.on) return;
        holder.dataset.followed = "yes";
        holder.on("plotly_afterplot", paint);
        for (const follow of site.onGraph) follow(holder);
        paint();
    });
})();
