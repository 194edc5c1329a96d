"""What axe-core finds on a page, by day and by night.

Contrast takes four fifths of its time, and is the same for all that look the same in one place: of
siblings whose every part has the same colours, letters and position, the first two and the last
are measured. All other rules look at every element, once: they know nothing of colours.
"""

from axe_playwright_python.sync_playwright import Axe

DAY, NIGHT = "light", "dark"
CONTRAST = "color-contrast"
OF_COLOURS = {"runOnly": {"type": "rule", "values": [CONTRAST, "link-in-text-block"]}}
# Words in drawings are not measured by axe-core at all.
THINNED = """() => {
    const ALIKE = "data-alike";
    const looks = (one) => {
        const style = getComputedStyle(one);
        return [one.tagName, style.color, style.backgroundColor, style.backgroundImage, style.opacity,
            style.fontSize, style.fontWeight, style.textShadow, style.visibility, style.display,
            style.position, style.float, style.filter, style.mixBlendMode].join();
    };
    const within = (one) => [looks(one), ...(one.tagName === "svg" ? [] : [...one.children].map(within))];
    const thin = (parent) => {
        const found = new Map();
        for (const child of parent.children) {
            if (child.tagName === "svg") continue;
            const kind = JSON.stringify(within(child));
            const stays = /absolute|fixed|sticky/.test(kind);
            if (!stays) found.set(kind, [...(found.get(kind) || []), child]);
            if (stays || found.get(kind).length <= 2) thin(child);
        }
        for (const same of found.values()) same.slice(2, -1).forEach((one) => one.setAttribute(ALIKE, ""));
    };
    document.querySelectorAll(`[${ALIKE}]`).forEach((one) => one.removeAttribute(ALIKE));
    thin(document.body);
    const selector = `*:not([${ALIKE}], [${ALIKE}] *)`;
    axe.configure({ rules: [{ id: "color-contrast", selector }] });
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
