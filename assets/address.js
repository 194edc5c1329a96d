// The address owns the state: controls write it, everything shown is read from it.
"use strict";
(function () {
    const site = (window.segregationskartan = window.segregationskartan || {});
    const clientside = (window.dash_clientside = window.dash_clientside || {});

    function apart(address) {
        const url = new URL(address, location.origin);
        const year = url.searchParams.get("year");
        url.searchParams.delete("year");
        return { place: url.pathname + "?" + url.searchParams, year: Number(year) || null };
    }

    // The server is asked again only where something else than the year has changed.
    clientside.address = {
        read(href, asked) {
            const { place, year } = apart(href);
            const same = asked && apart(asked).place === place;
            const { pathname, search } = new URL(href);
            return [same ? clientside.no_update : pathname + search, year];
        },
    };

    site.write = function (changes, replace) {
        const url = new URL(location.href);
        for (const [key, value] of Object.entries(changes)) {
            if (value === null) url.searchParams.delete(key);
            else url.searchParams.set(key, value);
        }
        if (url.href === location.href) return;
        history[replace ? "replaceState" : "pushState"](null, "", url);
        dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
    };

    // An area is shown in its usual level; an indicator keeps level and year where it has them.
    site.choose = function (key, value) {
        if (!document.getElementById("map"))
            return location.assign(`/${document.documentElement.lang}/?${new URLSearchParams({ [key]: value })}`);
        if (key === "area") return site.write({ area: value, level: null });
        if (key !== "indicator") return site.write({ [key]: value });
        const option = document.querySelector(`#indicator option[value="${CSS.escape(value)}"]`);
        const now = new URLSearchParams(location.search);
        const kept = (name, list) => (list.split(" ").includes(now.get(name)) ? {} : { [name]: null });
        site.write({
            indicator: value,
            ...kept("level", option.dataset.levels),
            ...kept("year", option.dataset.years),
        });
    };

    document.addEventListener("click", (event) => {
        const control = event.target.closest("button[data-writes]");
        if (control) site.choose(control.dataset.writes, control.dataset.value);
    });
    document.addEventListener("change", (event) => {
        const control = event.target.closest("select[data-writes]");
        if (control) site.choose(control.dataset.writes, control.value);
    });

    // The controls show what the scene shows.
    site.showControls = function (scene) {
        const menu = document.getElementById("indicator");
        if (menu) menu.value = scene.indicator;
        for (const theme of document.querySelectorAll("button[data-theme]"))
            theme.setAttribute("aria-pressed", theme.dataset.theme === scene.theme);
        for (const level of document.querySelectorAll('button[data-writes="level"]')) {
            level.setAttribute("aria-pressed", level.dataset.value === scene.level);
            level.disabled = !scene.levels.includes(level.dataset.value);
        }
        for (const link of document.querySelectorAll("a.language"))
            link.search = location.search;
    };
})();
