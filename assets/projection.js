// Where plotly's map has to look: the transverse Mercator projection, as plotly uses it.
"use strict";
(function () {
    const site = (window.segregationskartan = window.segregationskartan || {});
    const RADIAN = Math.PI / 180;
    const PADDING = 16;
    const ROUNDS = 3; // the middle meridian depends on the window, and the window on the meridian

    function forward([lon, lat], meridian) {
        const [l, f] = [(lon - meridian) * RADIAN, lat * RADIAN];
        return [Math.atanh(Math.cos(f) * Math.sin(l)), Math.atan2(Math.tan(f), Math.cos(l))];
    }

    function inverse([x, y], meridian) {
        return [meridian + Math.atan2(Math.sinh(x), Math.cos(y)) / RADIAN, Math.asin(Math.sin(y) / Math.cosh(x)) / RADIAN];
    }

    function extent(points) {
        const box = [Infinity, Infinity, -Infinity, -Infinity];
        for (const [x, y] of points) {
            if (x < box[0]) box[0] = x;
            if (y < box[1]) box[1] = y;
            if (x > box[2]) box[2] = x;
            if (y > box[3]) box[3] = y;
        }
        return box;
    }

    function* corners(features) {
        for (const { geometry } of features) {
            const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
            for (const [outer] of polygons) yield* outer;
        }
    }

    function* edges([west, south, east, north]) {
        for (let i = 0; i <= 16; i += 1) {
            const [lon, lat] = [west + ((east - west) * i) / 16, south + ((north - south) * i) / 16];
            yield* [[lon, south], [lon, north], [west, lat], [east, lat]];
        }
    }

    // The window that shows the box of the scene, or else all shapes, beside what the legend covers.
    // Plotly cuts at the range of the axes, so the range is just what the whole canvas shows.
    site.lookAt = function ({ scene, boundaries }, canvas, covered) {
        const shown = scene.zoom ? [...edges(scene.zoom)] : [...corners(boundaries.features)];
        const room = [canvas.width - covered - 2 * PADDING, canvas.height - 2 * PADDING];
        let [meridian, middle, scale] = [shown[0][0], null, null];
        for (let round = 0; round < ROUNDS; round += 1) {
            const [left, low, right, high] = extent(shown.map((point) => forward(point, meridian)));
            scale = Math.min(room[0] / (right - left), room[1] / (high - low));
            middle = inverse([(left + right - covered / scale) / 2, (low + high) / 2], meridian);
            [meridian] = middle;
        }
        const y = forward(middle, meridian)[1];
        const [aside, above] = [canvas.width / 2 / scale, canvas.height / 2 / scale];
        const south = y - above;
        const east = Math.asin(Math.min(1, Math.tanh(aside) / Math.cos(south)));
        const north = Math.atan(Math.tan(y + above) * Math.cos(east));
        return {
            projection: { type: "transverse mercator", rotation: { lon: meridian }, scale: 1 },
            center: { lon: meridian, lat: y / RADIAN },
            lonaxis: { range: [meridian - east / RADIAN, meridian + east / RADIAN] },
            lataxis: { range: [south / RADIAN, north / RADIAN] },
        };
    };
})();
