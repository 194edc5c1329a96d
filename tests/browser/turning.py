"""A map page that stays open and is turned to another address, as by Back and Forward."""

PATIENCE = 20_000

# Until all that the server answers for the address of the page is what the page holds, nothing is
# awaited any more, and the map has the shapes of that view, each in the colour of its value.
SHOWN = """async (patience) => {
    const site = window.segregationskartan;
    const held = (id) => window.dash_component_api.getLayout(id).props;
    const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
    const isHeld = ([id, answer]) => Object.entries(answer).every(([name, value]) => same(held(id)[name], value));
    const isPainted = (path) => {
        const { class: of } = site.shown(path.dataset.code);
        return of === null ? path.matches(".no-data") : path.look?.startsWith(site.classesOf(site.picture)[of].colour);
    };
    async function isShown() {
        const [, years] = window.dash_clientside.address.read(location.href);
        if (held("url").href !== location.href || !same(held("year-shown").data, years)) return false;
        if (window.store.getState().isLoading) return false;
        const view = await site.view(site.asked({}));
        if (!Object.values(view).every(({ response }) => Object.entries(response).every(isHeld))) return false;
        const { scene, codes } = site.picture;
        const drawn = [...codes, ...codes.filter((code) => code === scene.highlight)];
        const shapes = [...document.querySelectorAll("#map .choroplethlayer path")];
        if (!same(scene, site.sceneOf(view)) || !same(shapes.map((path) => path.__data__.loc), drawn)) return false;
        return shapes.slice(0, codes.length).every(isPainted);
    }
    const last = performance.now() + patience;
    while (!(await isShown())) {
        if (performance.now() > last) throw new Error(`The page does not show ${location.href}.`);
        await new Promise(requestAnimationFrame);
    }
}"""


def turn(page, address):
    """Takes a page with a map to another address, in the same language, without loading it anew."""
    page.evaluate(
        """(address) => {
            history.pushState(null, "", address);
            dispatchEvent(new PopStateEvent("popstate"));
        }""",
        address,
    )
    wait_for_view(page)


def wait_for_view(page):
    """Until the page shows the view of its address, and nothing is on its way any more."""
    page.evaluate(SHOWN, PATIENCE)
