// Plotly's choropleth fetches an outline of the world from a CDN before it draws, even when it is
// given boundaries of its own and shows no coastlines (plotly.js#6767). No request may leave this
// site, and without an answer nothing is drawn: so it finds an empty world here already.
"use strict";
(function () {
    const layers = ["coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits"];
    const nothing = { type: "GeometryCollection", geometries: [] };
    const objects = Object.fromEntries(layers.map((layer) => [layer, nothing]));
    const world = { type: "Topology", arcs: [], objects };
    window.PlotlyGeoAssets = { topojson: { world_110m: world, world_50m: world } };
})();
