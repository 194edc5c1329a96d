// The trace types that layouts/ and assets/ draw; scatter is always there.
module.exports = require("plotly.js/lib/core");
module.exports.register([require("plotly.js/lib/choropleth"), require("plotly.js/lib/bar")]);
