// Pointing at an area with mouse, finger or keys: its name and value, and choosing it.
"use strict";
(function () {
    const site = (window.segregationskartan = window.segregationskartan || {});
    const DIRECTIONS = { ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
    let pointed = null;

    const frame = () => document.getElementById("map-frame");
    const maps = () => document.querySelector(".maps");
    const tooltip = () => maps().querySelector(".tooltip");

    site.onGraph.push((holder) => {
        // The frame round it says what the map shows, area by area; the drawing itself has no words.
        for (const drawing of [...holder.querySelectorAll("svg"), document.getElementById("js-plotly-tester")])
            drawing?.setAttribute("aria-hidden", "true");
        holder.on("plotly_hover", ({ points, event }) => point(points[0].location, event.clientX, event.clientY));
        holder.on("plotly_unhover", leave);
        holder.on("plotly_click", ({ points }) => choose(points[0].location));
        holder.on("plotly_relayouting", leave);
        for (const drawn of ["plotly_afterplot", "plotly_relayout"]) holder.on(drawn, follow);
    });

    site.withUnit = function (value, scene) {
        const written = site.number(value, scene.decimals);
        return written + (written === "1" ? scene.suffixOfOne : scene.suffix);
    };

    // What is shown of an area, in words.
    site.describe = function (code, layer = site.picture) {
        const { scene } = layer;
        const { value, reason, class: position, before, now } = site.shown(code, layer);
        const name = site.nameOf(code);
        if (value === null) return { name, value: site.picture.scene.reasons[reason], label: "" };
        const { label } = site.classesOf(layer)[position];
        if (layer.since) {
            const { words, change } = scene;
            const written = (one) => (scene.categorical ? scene.classes[Math.round(one) - 1].label : site.withUnit(one, scene));
            const span = site.filled(words.change_between, { before: written(before), now: written(now) });
            return { name, value: `${scene.categorical ? label : `${site.signed(value)} ${change.unit}`} (${span})`, label: "" };
        }
        const written = scene.categorical ? label : site.withUnit(value, scene);
        return { name, value: written, label: scene.categorical ? "" : label };
    };

    // All that is shown of an area, a line a map.
    function lines(code) {
        const { scene, year, beside } = site.picture;
        const own = site.describe(code).value;
        if (!beside) return [own];
        return [`${scene.title} ${year}: ${own}`, `${beside.scene.title} ${beside.year}: ${site.describe(code, beside).value}`];
    }

    function point(code, x, y) {
        pointed = code;
        const tip = tooltip();
        const box = maps().getBoundingClientRect();
        tip.replaceChildren(site.element("strong", site.nameOf(code)), ...lines(code).map((line) => site.element("div", line)));
        tip.hidden = false;
        const at = (where, room) => `${Math.max(4, Math.min(where, room - 4))}px`;
        tip.style.left = at(x - box.left + 14, box.width - tip.offsetWidth);
        tip.style.top = at(y - box.top + 16, box.height - tip.offsetHeight);
        outline(code);
        site.markLegend(code);
    }
    site.point = point;

    function leave() {
        pointed = null;
        if (!frame()) return;
        tooltip().hidden = true;
        outline(null);
        site.markLegend(null);
    }

    site.leave = leave;

    // Where shapes are drawn anew, what is pointed at may lie elsewhere, or be there no more.
    function follow() {
        if (!pointed) return;
        if (site.shapeOf(pointed)) outline(pointed);
        else leave();
    }

    // A copy of the shape above all others, so that its whole edge is seen.
    function outline(code) {
        for (const former of document.querySelectorAll(".maps .pointed")) former.remove();
        for (const shape of code ? document.querySelectorAll(`.maps path[data-code="${code}"]`) : []) edge(shape);
    }

    // Beside the layer: plotly takes whatever lies in it for a shape of its own.
    function edge(shape) {
        const layer = shape.closest(".choroplethlayer");
        const copy = shape.cloneNode();
        copy.removeAttribute("data-code");
        copy.setAttribute("class", "pointed");
        copy.removeAttribute("style");
        if (layer.hasAttribute("transform")) copy.setAttribute("transform", layer.getAttribute("transform"));
        layer.after(copy);
    }

    function choose(code) {
        leave();
        if (site.picture.position.has(code)) site.choose("area", code);
    }

    function step([x, y]) {
        const { scene, codes } = site.picture;
        const from = pointed || (codes.includes(scene.highlight) ? scene.highlight : middle(codes));
        if (!pointed) return from;
        const [fromX, fromY] = centre(from);
        let best = null;
        let least = Infinity;
        for (const code of codes) {
            if (code === from) continue;
            const [toX, toY] = centre(code);
            const [right, up] = [(toX - fromX) * Math.cos((fromY * Math.PI) / 180), toY - fromY];
            const [along, aside] = [right * x + up * y, Math.abs(right * y) + Math.abs(up * x)];
            const effort = along + 2 * aside;
            if (along > aside * 0.5 && effort < least) [best, least] = [code, effort];
        }
        return best || from;
    }

    function middle(codes) {
        const across = (axis) => {
            const all = codes.map((code) => centre(code)[axis]).sort((a, b) => a - b);
            return all[Math.floor(all.length / 2)];
        };
        const [x, y] = [across(0), across(1)];
        const away = (code) => Math.hypot(centre(code)[0] - x, centre(code)[1] - y);
        return codes.reduce((near, code) => (away(code) < away(near) ? code : near));
    }

    function centre(code) {
        const { register, position } = site.picture;
        const box = register.boxes[position.get(code)];
        return box ? [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] : [0, 0];
    }

    document.addEventListener("keydown", (event) => {
        if (event.target !== frame() || !site.picture) return;
        if (event.key in DIRECTIONS) focusOn(step(DIRECTIONS[event.key]));
        else if (event.key === "Enter" && pointed) choose(pointed);
        else if (event.key === "Escape") leave();
        else if (event.key === "+" || event.key === "-") site.zoom(event.key === "+" ? "in" : "out");
        else return;
        event.preventDefault();
    });
    document.addEventListener("focusout", (event) => event.target === frame() && leave());

    function focusOn(code) {
        const shape = site.shapeOf(code);
        if (!shape) return;
        const { x, y, width, height } = shape.getBoundingClientRect();
        point(code, x + width / 2, y + height / 2);
        const { label } = site.describe(code);
        const said = [site.nameOf(code), ...lines(code), label && site.filled(site.picture.scene.words.class_said, { label })];
        document.getElementById("map-said").textContent = said.filter(Boolean).join(", ");
    }

    site.zoom = function (act) {
        const holder = document.querySelector("#map .js-plotly-plot");
        const home = site.window();
        if (act === "home") return Plotly.relayout(holder, { geo: { ...holder.layout.geo, ...home } });
        const scale = holder._fullLayout.geo.projection.scale * (act === "in" ? 1.6 : 1 / 1.6);
        Plotly.relayout(holder, {
            "geo.projection.scale": Math.max(home.projection.scale * 0.8, scale),
            dragmode: "pan",
        });
    };
    let resized = null;
    addEventListener("resize", () => {
        clearTimeout(resized);
        resized = setTimeout(() => site.picture && site.zoom("home"), 250);
    });
    document.addEventListener("click", (event) => {
        const button = event.target.closest("button[data-zoom]");
        if (button) site.zoom(button.dataset.zoom);
    });
})();

