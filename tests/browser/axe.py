"""What axe-core finds on a page, by day and by night.

Contrast takes most of its time, and is the same for all that look the same on what looks the same:
of the words whose elements, up to the page itself, have the same colours, letters and position, the
first two and the last are measured. Whatever is placed over something else (absolute, fixed) is
measured, and so is every field. All other rules look at every element, once: they know nothing of
colours.
"""

from axe_playwright_python.sync_playwright import Axe

DAY, NIGHT = "light", "dark"
CONTRAST = "color-contrast"
OF_COLOURS = {"runOnly": {"type": "rule", "values": [CONTRAST, "link-in-text-block"]}}
# Words in drawings are not measured by axe-core at all, nor is a single letter.
THINNED = """() => {
    const MEASURED = "data-measured";
    const looks = (one) => {
        const style = getComputedStyle(one);
        return [one.localName, one.matches(":disabled, [aria-disabled=true], details:not([open])"), style.position,
            style.color, style.backgroundColor, style.backgroundImage, style.opacity, style.fontSize,
            style.fontWeight, style.textShadow, style.visibility, style.display, style.float,
            style.filter, style.mixBlendMode].join();
    };
    const kinds = new Map();
    const kind = (above, look) => {
        const chain = `${above} ${look}`;
        if (!kinds.has(chain)) kinds.set(chain, kinds.size);
        return kinds.get(chain);
    };
    const says = (one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim().length > 1);
    const measure = (one) => one.setAttribute(MEASURED, "");
    const alike = new Map();
    const thin = (one, above, lies) => {
        const look = looks(one);
        const own = kind(above, look);
        const over = lies || /absolute|fixed/.test(look);
        if (over || one.matches("input, select, textarea")) measure(one);
        else if (says(one)) alike.set(own, [...(alike.get(own) || []), one]);
        for (const child of one.children) if (child.localName !== "svg") thin(child, own, over);
    };
    document.querySelectorAll(`[${MEASURED}]`).forEach((one) => one.removeAttribute(MEASURED));
    thin(document.documentElement, "", false);
    for (const same of alike.values()) [...same.slice(0, 2), same.at(-1)].forEach(measure);
    axe.configure({ rules: [{ id: "color-contrast", selector: `[${MEASURED}]` }] });
}"""
RUN = """(options) => axe.run(options).then((found) =>
    found.violations.flatMap((one) => one.nodes.map((node) => [one.id, node.html])))"""


def violations(page, *schemes):
    """The rule, the scheme and the element of all that keeps people out."""
    page.evaluate(Axe().axe_script)
    found = []
    for number, scheme in enumerate(schemes or (DAY,)):
        page.emulate_media(color_scheme=scheme)
        page.evaluate(THINNED)
        options = OF_COLOURS if number else {}
        told = page.evaluate(RUN, {"resultTypes": ["violations"], **options})
        found += [(rule, scheme, html[:160]) for rule, html in told]
    return found
