// Without it plotly fetches the world's outline from a CDN and draws nothing where none answers.
const layers = ["coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits"];
const nothing = { type: "GeometryCollection", geometries: [] };
const objects = Object.fromEntries(layers.map((layer) => [layer, nothing]));
window.PlotlyGeoAssets = { topojson: { world_110m: { type: "Topology", arcs: [], objects } } };
