// Pointing at a circle, or going between them by the arrow keys, says its name and values.
"use strict";
(function () {
    const figure = document.querySelector(".circles");
    if (!figure) return;
    const status = figure.querySelector(".pointed-at");
    let pointed = null;

    function seen() {
        const drawn = [...figure.querySelectorAll("svg")].find((one) => one.getBoundingClientRect().width > 0);
        return drawn ? [...drawn.querySelectorAll("circle.point")] : [];
    }

    function point(circle) {
        if (circle === pointed) return;
        pointed?.classList.remove("shown-point");
        pointed = circle;
        pointed?.classList.add("shown-point");
        status.textContent = circle ? circle.querySelector("title").textContent : status.dataset.hint;
    }

    // Left and right go along the picture, up and down across it, to the next circle that way.
    function step(key) {
        const along = key === "ArrowLeft" || key === "ArrowRight" ? "cx" : "cy";
        const forth = key === "ArrowRight" || key === "ArrowDown" ? 1 : -1;
        const at = (circle) => Number(circle.getAttribute(along));
        const circles = seen().sort((one, other) => at(one) - at(other));
        if (!circles.length) return;
        const now = circles.indexOf(pointed);
        const next = now < 0 ? (forth > 0 ? 0 : circles.length - 1) : now + forth;
        point(circles[Math.min(Math.max(next, 0), circles.length - 1)]);
    }

    figure.addEventListener("pointerover", (event) => point(event.target.closest("circle.point") || pointed));
    figure.addEventListener("pointerleave", () => point(null));
    figure.addEventListener("keydown", (event) => {
        if (event.key === "Escape") point(null);
        else if (event.key.startsWith("Arrow")) step(event.key);
        else return;
        event.preventDefault();
    });
})();
