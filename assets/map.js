// The map: plotly draws the shapes of a scope once; colours are painted on them.
"use strict";
(function () {
    const site = (window.segregationskartan = window.segregationskartan || {});
    const clientside = (window.dash_clientside = window.dash_clientside || {});
    const EDGE = { county: 1.2, municipality: 0.7, regso: 0.6, deso: 0.4 };
    const BESIDE = 0.3; // opacity of areas beside the chosen county
    const MANY = 800; // shapes, from which edges are thin and borders that changed are not marked
    let picture = null;
    let newest = null;
    let ahead = null; // the address that was painted before Dash heard of it

    clientside.map = {
        async show(scene, asked) {
            if (!scene) return clientside.no_update;
            newest = scene;
            try {
                const next = await pictureOf(scene, asked || {});
                const late = ahead === location.href && next.key !== picture.key;
                if (newest !== scene || late) return clientside.no_update;
                ahead = null;
                return draw(next);
            } catch (error) {
                takeOver();
                say(error.altered ? "altered" : "failed");
                throw error;
            }
        },
    };

    // Paints what an address shows, where that needs no other shapes; says whether it has.
    site.paintAhead = async function (address, { place, years }) {
        if (!picture) return false;
        const next = await pictureOf(site.sceneOf(await site.view(place)), years);
        if (address !== location.href || !sameShapes(picture, next)) return false;
        ahead = address;
        draw(next);
        return true;
    };

    async function pictureOf(scene, asked) {
        const layers = [scene, scene.beside].filter(Boolean).map(layerOf);
        const [boundaries, layer, other] = await Promise.all([site.file(scene.boundaries), ...layers]);
        const since = scene.change && !other && scene.years.includes(asked.since) ? asked.since : null;
        const next = { ...layer, boundaries, year: known(layer, asked.year), since };
        next.beside = other ? { ...other, year: known(other, asked.beside_year), since: null } : null;
        next.codes = boundaries.features.map((feature) => feature.id);
        next.inside = inside(next);
        next.changed = new Set((next.codes.length < MANY && next.register.changed) || []);
        next.key = JSON.stringify([scene, next.year, since, next.beside?.year]);
        return next;
    }

    // An indicator with its values; two maps beside each other have one each.
    async function layerOf(scene) {
        const files = [site.file(scene.register), site.file(scene.values, scene.checksum)];
        const [register, values] = await Promise.all(files);
        return { scene, register, values, position: new Map(register.codes.map((code, i) => [code, i])) };
    }

    function draw(next) {
        const before = picture;
        if (before?.key === next.key) return clientside.no_update;
        picture = site.picture = next;
        takeOver();
        const same = before && sameShapes(before, picture);
        if (same) paint();
        site.showControls(picture);
        site.showWays(picture);
        site.showAround(picture);
        if (same) return clientside.no_update;
        window.PlotlyGeoAssets[picture.scene.boundaries] = picture.boundaries;
        return figure(picture);
    }

    // The page that stood here before this script makes way; its picture stays until plotly has drawn.
    function takeOver() {
        const opening = document.querySelector(".opening");
        if (!opening?.firstChild) return;
        document.querySelector("#map-frame .canvas").append(opening.querySelector(".drawn"));
        opening.replaceChildren();
    }

    const known = ({ scene }, year) => (scene.years.includes(year) ? year : scene.year);

    // What is counted and listed: of small areas all that have figures, drawn or not.
    function inside({ scene, codes, register }) {
        const own = scene.scope ? register.codes.filter((code) => scene.scope === "00" || code.startsWith(scene.scope)) : [];
        const all = [...new Set([...own, ...codes])];
        return all.filter((code) => !scene.within || code.startsWith(scene.within));
    }

    function sameShapes({ scene: a, beside: one }, { scene: b, beside: other }) {
        if (Boolean(one) !== Boolean(other)) return false; // the room for a map is another
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

    // The value of an area in a year.
    site.reading = function (code, year = picture.year, layer = picture) {
        const { scene, values, position } = layer;
        const area = position.get(code);
        const row = values.years.indexOf(year);
        const whole = area === undefined || row < 0 ? null : values.values[row][area];
        if (whole === null) return { value: null, reason: reason(values, row, area), class: null };
        const value = whole / 10 ** values.decimals;
        return { value, reason: null, class: scene.categorical ? Math.round(value) - 1 : classOf(value, scene.limits) };
    };

    // What the map shows of an area: its value, or how that has changed. Map, legend and table ask
    // for it in turn, so it is found once; a layer is made anew with each view.
    site.shown = function (code, layer = picture) {
        layer.seen ??= new Map();
        if (!layer.seen.has(code)) layer.seen.set(code, shownOf(code, layer));
        return layer.seen.get(code);
    };

    function shownOf(code, layer) {
        const now = site.reading(code, layer.year, layer);
        if (!layer.since) return now;
        if (site.broken(code, layer.since, layer.year, layer)) return { value: null, reason: "border_moved", class: null };
        const before = site.reading(code, layer.since, layer);
        if (now.value === null || before.value === null)
            return { value: null, reason: now.reason === before.reason ? now.reason : "not_both_years", class: null };
        const { decimals, change } = layer.scene;
        const value = Number((now.value - before.value).toFixed(decimals));
        return { value, reason: null, class: classOf(value, change.limits), before: before.value, now: now.value };
    }

    // Whether the values of an area in two years cannot be compared: its border was drawn anew between.
    site.broken = (code, from, to, { scene } = picture) =>
        scene.breaks.some(({ year, areas }) => Math.min(from, to) < year && year <= Math.max(from, to) && areas.includes(code));

    // Whether what is shown is over older areas than those that are drawn.
    site.isRedrawn = ({ scene, year, since }) => [year, since].some((one) => scene.redrawn.includes(one));

    site.classesOf = ({ scene, since }) => (since ? scene.change.classes : scene.classes);

    function classOf(value, limits) {
        let position = 0;
        while (position < limits.length && value >= limits[position]) position += 1;
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
        const inside = new Set(picture.inside);
        for (const path of holder.querySelectorAll(".choroplethlayer > g:first-child path")) colour(path, picture, inside);
        document.querySelector(".canvas > .drawn")?.remove();
        site.showBeside(picture, holder, (path) => colour(path, picture.beside, inside));
        say(null);
    }

    // Writes only what is new: of thousands of shapes most keep their colour from year to year.
    function colour(path, layer, inside) {
        const { code } = path.dataset;
        const { class: position, reason } = site.shown(code, layer);
        const pattern = reason === "border_moved" ? "url(#broken)" : "url(#no-data)";
        const fill = position === null ? pattern : site.classesOf(layer)[position].colour;
        const changed = picture.changed.has(code) && site.isRedrawn(picture);
        const look = fill + inside.has(code) + changed;
        if (path.look === look) return;
        path.look = look;
        path.style.fill = fill;
        path.style.fillOpacity = inside.has(code) ? 1 : BESIDE;
        path.classList.toggle("no-data", position === null);
        path.classList.toggle("changed-border", changed);
    }

    // Plotly draws in its own colours, and in shapes that do not know their area.
    function paintAnew() {
        const holder = graph();
        patternInto(holder.querySelector(".main-svg"));
        for (const path of holder.querySelectorAll(".choroplethlayer > g:first-child path")) {
            path.dataset.code = path.__data__.loc;
            path.look = null;
        }
        paint();
    }

    // The look of "no data": a pattern, so that it is never taken for the lowest class.
    function patternInto(svg) {
        if (svg.querySelector("#no-data")) return;
        const held = document.createElementNS("http://www.w3.org/2000/svg", "defs");
        held.innerHTML =
            '<pattern id="no-data" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">' +
            '<rect width="6" height="6" style="fill: var(--paper)"/><rect width="1.6" height="6" style="fill: var(--hatch)"/></pattern>' +
            '<pattern id="broken" width="7" height="7" patternUnits="userSpaceOnUse">' +
            '<rect width="7" height="7" style="fill: var(--paper)"/><circle cx="3.5" cy="3.5" r="1.3" style="fill: var(--hatch)"/></pattern>';
        svg.prepend(held);
    }

    function say(state) {
        const message = document.querySelector(".map-message");
        if (!message) return;
        message.hidden = state === null;
        if (state) message.textContent = document.getElementById("map-frame").dataset[state];
    }

    site.watch(() => {
        const holder = graph();
        if (!holder || holder.dataset.followed || !holder.on) return;
        holder.dataset.followed = "yes";
        holder.on("plotly_afterplot", paintAnew);
        for (const follow of site.onGraph) follow(holder);
        if (holder.querySelector(".choroplethlayer")) paintAnew();
    });
})();
