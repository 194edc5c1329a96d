// Pointing at an area with mouse, finger or keys: its name and value, and choosing it.
"use strict";
(function () {
    const site = (window.segregationskartan = window.segregationskartan || {});
    const DIRECTIONS = { ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
    let pointed = null;

    const frame = () => document.getElementById("map-frame");
    const tooltip = () => frame().querySelector(".tooltip");

    site.onGraph.push((holder) => {
        holder.on("plotly_hover", ({ points, event }) => {
            const box = frame().getBoundingClientRect();
            point(points[0].location, event.clientX - box.left, event.clientY - box.top);
        });
        holder.on("plotly_unhover", leave);
        holder.on("plotly_click", ({ points }) => choose(points[0].location));
        holder.on("plotly_relayouting", leave);
    });

    site.describe = function (code) {
        const { scene } = site.picture;
        const { value, reason, class: position } = site.reading(code);
        if (value === null) return { name: site.nameOf(code), value: scene.reasons[reason], label: "" };
        const label = scene.classes[position].label;
        return {
            name: site.nameOf(code),
            value: scene.categorical ? label : site.number(value) + scene.suffix,
            label: scene.categorical ? "" : label,
        };
    };

    function point(code, x, y) {
        pointed = code;
        const { name, value } = site.describe(code);
        const tip = tooltip();
        tip.replaceChildren(site.element("strong", name), site.element("span", value));
        tip.hidden = false;
        const { clientWidth, clientHeight } = frame();
        tip.style.left = `${Math.max(4, Math.min(x + 14, clientWidth - tip.offsetWidth - 4))}px`;
        tip.style.top = `${Math.max(4, Math.min(y + 16, clientHeight - tip.offsetHeight - 4))}px`;
        outline(code);
        site.markLegend(code);
    }

    function leave() {
        pointed = null;
        if (!frame()) return;
        tooltip().hidden = true;
        outline(null);
        site.markLegend(null);
    }

    // A copy of the shape above all others, so that its whole edge is seen.
    function outline(code) {
        document.querySelector("#map .pointed")?.remove();
        const shape = code && site.shapeOf(code);
        if (!shape) return;
        const copy = shape.cloneNode();
        copy.removeAttribute("data-code");
        copy.setAttribute("class", "pointed");
        copy.removeAttribute("style");
        shape.closest(".choroplethlayer").append(copy);
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
        const [inner, outer] = [shape.getBoundingClientRect(), frame().getBoundingClientRect()];
        point(code, inner.x + inner.width / 2 - outer.x, inner.y + inner.height / 2 - outer.y);
        const { name, value, label } = site.describe(code);
        document.getElementById("map-said").textContent = [name, value, label].filter(Boolean).join(", ");
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
