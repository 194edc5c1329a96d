// Thousands of shapes, dragged: they are moved as one, and drawn anew where they have come to rest.
"use strict";
(function () {
    const site = (window.segregationskartan = window.segregationskartan || {});
    const MANY = 800; // shapes, from which drawing all of them takes longer than a frame
    const REST = 120; // milliseconds without a move
    const FAR = 0.4; // of the map's width, after which too much would be empty

    function moves(holder, geo) {
        const drawAnew = geo.render.bind(geo);
        const layer = () => holder.querySelector(".choroplethlayer");
        let from = null; // the place in the middle when the shapes were drawn, and their scale
        let resting = null;

        geo.render = function (mayRedraw) {
            if (site.picture.codes.length < MANY || site.picture.beside) return drawAnew(mayRedraw);
            const moved = away();
            if (!moved || Math.hypot(...moved) > FAR * holder.clientWidth) return rest();
            layer().setAttribute("transform", `translate(${moved})`);
            clearTimeout(resting);
            resting = setTimeout(rest, REST);
        };

        // How far the place that was in the middle has been dragged; nothing where zoomed.
        function away() {
            if (geo.projection.scale() !== from.scale) return null;
            const now = geo.projection(from.place);
            return now && [now[0] - geo.midPt[0], now[1] - geo.midPt[1]];
        }

        function rest() {
            drawAnew();
            geo.drawn();
        }

        geo.drawn = function () {
            clearTimeout(resting);
            layer().removeAttribute("transform");
            from = { place: geo.projection.invert(geo.midPt), scale: geo.projection.scale() };
        };

        holder.on("plotly_relayout", () => layer().hasAttribute("transform") && rest());
    }

    site.onGraph.push((holder) => {
        holder.on("plotly_afterplot", () => {
            const geo = holder._fullLayout.geo?._subplot;
            if (geo && !geo.drawn) moves(holder, geo);
            geo?.drawn();
        });
    });
})();
