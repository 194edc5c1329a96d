// On paper the map and its chart are fitted to the page; plotly's drawings are as large as on the screen.
"use strict";
(function () {
    const drawings = () => document.querySelectorAll(".js-plotly-plot .main-svg");

    addEventListener("beforeprint", () => {
        for (const svg of drawings()) svg.setAttribute("viewBox", `0 0 ${svg.getAttribute("width")} ${svg.getAttribute("height")}`);
    });
    // With it, plotly's next change of size would be one of scale.
    addEventListener("afterprint", () => {
        for (const svg of drawings()) svg.removeAttribute("viewBox");
    });
})();
