// The address owns the state: controls write it, everything shown is read from it.
"use strict";
(function () {
    const site = (window.segregationskartan = window.segregationskartan || {});
    const clientside = (window.dash_clientside = window.dash_clientside || {});
    const YEARS = ["year", "since", "beside_year"];
    const REST = 120; // milliseconds without another choice
    const ALONE = { since: null, beside: null, beside_year: null };

    let telling = null;

    // Other pages have this script too, for their search, but not the map's.
    const isMap = () => Boolean(site.paintAhead);

    // What the server must know, and the years, which the browser shows by itself.
    function apart(address) {
        const url = new URL(address, location.origin);
        const years = {};
        for (const key of YEARS) {
            years[key] = Number(url.searchParams.get(key)) || null;
            url.searchParams.delete(key);
        }
        return { place: url.pathname + "?" + url.searchParams, years };
    }

    // Where the page came with words on what could not be shown, a year may be among it.
    const misread = (asked) => !asked && document.querySelector(".opening .notices")?.firstChild;

    // The server is asked again only where something else than a year has changed.
    clientside.address = {
        read(href, asked) {
            const { place, years } = apart(href);
            const { pathname, search } = new URL(href);
            return [asked === place ? clientside.no_update : misread(asked) ? pathname + search : place, years];
        },
    };

    function changed(changes) {
        const url = new URL(location.href);
        for (const [key, value] of Object.entries(changes)) {
            if (value === null) url.searchParams.delete(key);
            else url.searchParams.set(key, value);
        }
        return url;
    }

    // What the server would be asked after changes.
    site.asked = (changes) => apart(changed(changes)).place;

    site.write = function (changes, replace) {
        const url = changed(changes);
        if (url.href === location.href) return;
        history[replace ? "replaceState" : "pushState"](null, "", url);
        follow(url.href);
    };

    // The map is painted first; Dash, which keeps what stands around it, hears of it at rest.
    async function follow(address) {
        clearTimeout(telling);
        const painted = await site.paintAhead(address, apart(address)).catch(() => false);
        if (address === location.href) telling = setTimeout(tell, painted ? REST : 0);
    }

    // Dash follows Back by itself, but not to an address that it never left: what was painted ahead of it.
    addEventListener("popstate", () => isMap() && follow(location.href));

    const tell = () => dispatchEvent(new CustomEvent("_dashprivate_pushstate"));

    // Away from the map, what is chosen is shown on the map.
    site.choose = function (key, value) {
        if (!isMap())
            return location.assign(`/${document.documentElement.lang}/?${new URLSearchParams({ [key]: value })}`);
        site.write(site.chosen(key, value));
    };

    site.chosen = function (key, value) {
        const changes = { area: () => ({ area: value, level: null }), indicator: () => another(value), show: () => showAs(value) };
        return changes[key] ? changes[key]() : { [key]: value };
    };

    // Another indicator keeps level and years where it has them.
    function another(indicator) {
        const option = document.querySelector(`#indicator option[value="${CSS.escape(indicator)}"]`);
        const { levels, years } = option.dataset;
        const now = new URLSearchParams(location.search);
        const kept = (name, list) => (list.split(" ").includes(now.get(name)) ? {} : { [name]: null });
        const since = now.has("since") && kept("since", years).since === null ? { since: years.split(" ")[0] } : {};
        return { indicator, ...kept("level", levels), ...kept("year", years), ...since };
    }

    function showAs(way) {
        const { scene } = site.picture;
        const [first] = scene.years;
        if (way === "change") return { ...ALONE, since: first };
        if (way === "beside") return { ...ALONE, beside: scene.indicator, beside_year: first };
        return ALONE;
    }

    document.addEventListener("click", (event) => {
        const control = event.target.closest("[data-writes]:is(button, a)");
        if (!control || event.ctrlKey || event.metaKey || event.shiftKey || !isMap()) return;
        event.preventDefault();
        site.choose(control.dataset.writes, control.dataset.value);
    });
    document.addEventListener("change", (event) => {
        const control = event.target.closest("select[data-writes]");
        if (control) site.choose(control.dataset.writes, control.value);
    });

    // In a row that is wider than its screen; the page itself stays where it is.
    function bringIn(one) {
        const row = one.parentElement.getBoundingClientRect(), at = one.getBoundingClientRect();
        if (at.left < row.left || at.right > row.right)
            one.parentElement.scrollLeft += at.left - row.left - (row.width - at.width) / 2;
    }

    // The controls show what the scene shows.
    site.showControls = function ({ scene, since, beside }) {
        const menu = document.getElementById("indicator");
        if (menu) menu.value = scene.indicator;
        for (const theme of document.querySelectorAll("button[data-theme]")) {
            theme.setAttribute("aria-pressed", theme.dataset.theme === scene.theme);
            if (theme.dataset.theme === scene.theme) bringIn(theme);
        }
        for (const level of document.querySelectorAll('button[data-writes="level"]')) {
            level.setAttribute("aria-pressed", level.dataset.value === scene.level);
            level.disabled = !scene.levels.includes(level.dataset.value);
        }
        const shown = since ? "change" : beside ? "beside" : "value";
        for (const way of document.querySelectorAll('button[data-writes="show"]')) {
            way.setAttribute("aria-pressed", way.dataset.value === shown);
            way.disabled = way.dataset.value === "change" && !scene.change;
        }
        for (const link of document.querySelectorAll("a.language"))
            link.search = location.search;
    };
})();
