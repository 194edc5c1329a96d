// How the map shows an indicator: since which year its change is counted, and what stands on the other map.
"use strict";
(function () {
    const site = (window.segregationskartan = window.segregationskartan || {});
    const holder = () => document.getElementById("ways");

    site.showWays = function (picture) {
        const { since, beside } = picture;
        const fields = since ? [sinceField(picture)] : beside ? besideFields(picture) : [];
        const focused = document.activeElement?.id;
        holder().replaceChildren(...fields);
        holder().hidden = !fields.length;
        if (fields.length) document.getElementById(focused)?.focus({ preventScroll: true });
        document.querySelector(".map-pane").classList.toggle("two", Boolean(beside));
        document.getElementById("beside").hidden = !beside;
    };

    function sinceField({ scene, year, since }) {
        return field("since", said().since, scene.years.filter((one) => one !== year || one === since), since);
    }

    function besideFields({ beside }) {
        const menu = document.getElementById("indicator").cloneNode(true);
        Object.assign(menu, { id: "beside-indicator" });
        menu.dataset.writes = "beside";
        const { level } = site.picture.scene;
        for (const option of menu.querySelectorAll("option")) option.hidden = !option.dataset.levels.split(" ").includes(level);
        menu.value = beside.scene.indicator;
        return [labelled(menu, said().beside_indicator), field("beside_year", said().beside_of_year, beside.scene.years, beside.year)];
    }

    function field(writes, label, years, chosen) {
        const menu = document.createElement("select");
        Object.assign(menu, { id: `${writes}-menu` });
        menu.dataset.writes = writes;
        menu.append(...years.map((year) => new Option(year, year, false, year === chosen)));
        return labelled(menu, label);
    }

    function labelled(menu, words) {
        const label = site.element("label", words);
        label.htmlFor = menu.id;
        const made = document.createElement("div");
        made.className = "field";
        made.append(label, menu);
        return made;
    }

    const said = () => JSON.parse(holder().dataset.words);
})();
