// The other of two maps: the same shapes as the first, always where they are, in the colours of its own layer.
"use strict";
(function () {
    const site = (window.segregationskartan = window.segregationskartan || {});
    const SVG = "http://www.w3.org/2000/svg";
    const pane = () => document.getElementById("beside");

    site.showBeside = function ({ beside }, holder, colour) {
        if (!beside) return pane().querySelector("svg")?.remove();
        const drawn = holder.querySelector(".choroplethlayer");
        if (!drawn) return;
        const svg = pane().querySelector("svg") || pane().querySelector(".canvas").appendChild(document.createElementNS(SVG, "svg"));
        const { clientWidth, clientHeight } = holder;
        svg.setAttribute("viewBox", `0 0 ${clientWidth} ${clientHeight}`);
        svg.setAttribute("role", "presentation");
        const copy = drawn.cloneNode(true);
        copy.setAttribute("transform", placeOf(drawn, holder));
        svg.replaceChildren(copy);
        for (const path of copy.querySelectorAll("g:first-child > path[data-code]")) colour(path);
    };

    // Where plotly has put the layer inside its drawing.
    function placeOf(drawn, holder) {
        const { a, b, c, d, e, f } = drawn.getScreenCTM();
        const { left, top } = holder.getBoundingClientRect();
        return `matrix(${a} ${b} ${c} ${d} ${e - left} ${f - top})`;
    }

    // While the first map is moved, plotly changes its shapes; the other follows them.
    function follow(holder) {
        const shapes = holder.querySelectorAll(".choroplethlayer path");
        const copies = pane().querySelectorAll(".choroplethlayer path");
        copies.forEach((copy, i) => copy.setAttribute("d", shapes[i].getAttribute("d")));
    }

    site.onGraph.push((holder) => holder.on("plotly_relayouting", () => site.picture.beside && follow(holder)));
    document.addEventListener("pointermove", (event) => {
        const path = event.target.closest?.("#beside path[data-code]");
        if (path) site.point(path.dataset.code, event.clientX, event.clientY);
        else if (event.target.closest?.("#beside")) site.leave();
    });
    document.addEventListener("click", (event) => {
        const path = event.target.closest("#beside path[data-code]");
        if (path) site.choose("area", path.dataset.code);
    });
})();
