"""What axe-core finds on a page, by day and by night.

Contrast takes four fifths of its time, and is the same for all that look the same on what looks
the same: of the words of a part whose elements, up to the page itself, have the same colours,
letters and position, the first two and the last are measured. Whatever is placed over something
else (absolute, fixed) is measured, and so is every field. All other rules look at every element, once: they know nothing
of colours.
"""

from axe_playwright_python.sync_playwright import Axe

DAY, NIGHT = "light", "dark"
CONTRAST = "color-contrast"
OF_COLOURS = {"runOnly": {"type": "rule", "values": [CONTRAST, "link-in-text-block"]}}
# Words in drawings are not measured by axe-core at all, nor is a single letter.
THINNED = """() => {
    const MEASURED = "data-measured";
    const PART = "section, header, footer, form, figure, table, dialog";
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
    const thin = (one, above, alike, lies) => {
        const look = looks(one);
        const own = kind(above, look);
        const over = lies || /absolute|fixed/.test(look);
        if (over || one.matches("input, select, textarea")) measure(one);
        else if (says(one)) alike.set(own, [...(alike.get(own) || []), one]);
        const part = one.matches(PART) ? new Map() : alike;
        for (const child of one.children) if (child.localName !== "svg") thin(child, own, part, over);
        if (part !== alike) measured(part);
    };
    const measured = (part) => {
        for (const same of part.values()) [...same.slice(0, 2), same.at(-1)].forEach(measure);
    };
    document.querySelectorAll(`[${MEASURED}]`).forEach((one) => one.removeAttribute(MEASURED));
    const page = new Map();
    thin(document.documentElement, "", page, false);
    measured(page);
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
