"""Which charts of a page lack the bar with which a reader takes them along."""

from layouts import paths

# A bar stands in the figure, or after the drawing before anything else begins. A small course in a
# table has the bar of its table, or its row leads to the map, which has the chart with its bar.
LACKING = """() => {
    const shown = [...document.querySelectorAll("main :is(figure, svg[role], [role=img], img.sparkline, img.strip)")]
        .filter((one) => one.getClientRects().length && !one.closest("a, button, label, .legend, .one-scale, .sharing"));
    const begins = "h1, h2, h3, section, figure";
    function after(at) {
        for (let next = at.nextElementSibling; next && !next.matches(begins); next = next.nextElementSibling)
            if (next.matches(".sharing") || next.querySelector(".sharing")) return true;
        return false;
    }
    function taken(chart) {
        for (let at = chart; at && !at.matches("main"); at = at.parentElement) {
            if (at.matches("figure") && at.querySelector(".sharing")) return true;
            if (at.matches("tr") && at.querySelector('a[href*="indicator="][href*="area="]')) return true;
            if (at.matches("section")) return false;
            if (after(at)) return true;
        }
        return false;
    }
    return { shown: shown.length, lacking: shown.filter((one) => !taken(one)).map((one) => one.outerHTML.slice(0, 160)) };
}"""
WITH_CHARTS = {
    paths.MAP,
    paths.SWEDEN,
    paths.COUNTY,
    paths.PROFILE,
    paths.AREA,
    paths.COMPARE,
    paths.RANKING,
    paths.SCATTER,
    paths.REPORT,
}
