// What stands around the map and follows the year: title, legend, time and table.
"use strict";
(function () {
    const site = (window.segregationskartan = window.segregationskartan || {});
    const LOCALES = { sv: "sv-SE", en: "en-GB" };
    const PLAY_PACE = 900;
    let playing = null;

    const byId = (id) => document.getElementById(id);
    const element = (tag, words) => site.element(tag, words);
    const words = (id) => JSON.parse(byId(id).dataset.words);

    site.number = function (value, decimals = site.picture.scene.decimals) {
        const { language } = site.picture.scene;
        return new Intl.NumberFormat(LOCALES[language], {
            minimumFractionDigits: decimals,
            maximumFractionDigits: decimals,
        }).format(value);
    };

    site.showAround = function (picture) {
        const { scene, year } = picture;
        byId("map-title").replaceChildren(scene.title, " ", element("span", `${scene.place}, ${year}`));
        document.title = `${scene.title}, ${scene.place} ${year} – Segregationskartan`;
        showLegend(picture);
        showTime(picture);
        site.showTable(picture);
        const note = byId("border-note");
        note.textContent = scene.changedNote && picture.codes.some((code) => picture.changed.has(code)) ? scene.changedNote : "";
        note.hidden = !note.textContent;
    };

    function showLegend({ scene, inside }) {
        const counts = scene.classes.map(() => 0);
        const lacking = new Map();
        for (const code of inside) {
            const { class: position, reason } = site.reading(code);
            if (position === null) lacking.set(reason, (lacking.get(reason) || 0) + 1);
            else counts[position] += 1;
        }
        const most = Math.max(1, ...counts);
        const rows = scene.classes.map(({ label, colour }, i) => row(label, counts[i], counts[i] / most, colour, i));
        for (const [reason, count] of lacking) rows.push(row(scene.reasons[reason], count, 0, null, "none"));
        const list = document.createElement("ul");
        list.append(...(scene.categorical ? rows : [...rows].reverse()));
        if (!scene.categorical) for (const last of rows.slice(scene.classes.length)) list.append(last);
        byId("legend").classList.toggle("categories", scene.categorical);
        byId("legend").replaceChildren(element("h2", scene.unit), list);
        site.markLegend(null);
    }

    function row(label, count, share, colour, position) {
        const made = document.createElement("li");
        made.dataset.class = position;
        const swatch = element("span", "");
        swatch.className = colour ? "swatch" : "swatch no-data";
        if (colour) swatch.style.background = colour;
        const bar = element("span", "");
        bar.className = "bar";
        bar.style.setProperty("--share", share);
        const number = element("span", site.number(count, 0));
        number.className = "count";
        made.append(swatch, element("span", label), bar, number);
        return made;
    }

    // The chosen area is marked in the legend; while another is pointed at, that one.
    site.markLegend = function (code) {
        const { scene, codes } = site.picture;
        const shown = code || (codes.includes(scene.highlight) ? scene.highlight : null);
        for (const marked of byId("legend").querySelectorAll(".marked")) {
            marked.classList.remove("marked");
            marked.querySelector(".who").remove();
        }
        if (!shown) return;
        const { class: position } = site.reading(shown);
        const line = byId("legend").querySelector(`li[data-class="${position === null ? "none" : position}"]`);
        if (!line) return;
        const who = element("span", site.nameOf(shown));
        who.className = "who";
        line.classList.add("marked");
        line.append(who);
    };

    function showTime({ scene, year }) {
        const holder = byId("time");
        holder.hidden = scene.years.length < 2;
        if (holder.dataset.years !== String(scene.years)) buildTime(holder, scene);
        const range = holder.querySelector("input");
        range.value = scene.years.indexOf(year);
        range.setAttribute("aria-valuetext", year);
        holder.querySelector("output").textContent = year;
        holder.style.setProperty("--done", scene.years.indexOf(year) / Math.max(1, scene.years.length - 1));
    }

    function buildTime(holder, scene) {
        stop();
        const said = words("time");
        holder.dataset.years = String(scene.years);
        const play = element("button", "");
        play.type = "button";
        play.className = "play";
        play.setAttribute("aria-label", said.play);
        play.addEventListener("click", () => (playing ? stop() : start(said)));
        const label = element("label", said.year);
        label.htmlFor = "year";
        const range = document.createElement("input");
        Object.assign(range, { type: "range", id: "year", min: 0, max: scene.years.length - 1, step: 1 });
        range.addEventListener("input", () => {
            stop();
            site.write({ year: site.picture.scene.years[range.value] }, true);
        });
        const ends = element("span", "");
        ends.className = "ends";
        ends.append(element("span", scene.years[0]), element("span", scene.years.at(-1)));
        const track = element("span", "");
        track.className = "track";
        track.append(range, ends);
        holder.replaceChildren(play, label, track, element("output", ""));
    }

    function start(said) {
        const { scene, year } = site.picture;
        if (year === scene.years.at(-1)) site.write({ year: scene.years[0] }, true);
        playing = setInterval(() => {
            const { scene: now, year: shown } = site.picture;
            const next = now.years[now.years.indexOf(shown) + 1];
            if (next === undefined) stop();
            else site.write({ year: next }, true);
        }, PLAY_PACE);
        const play = byId("time").querySelector(".play");
        play.classList.add("playing");
        play.setAttribute("aria-label", said.pause);
    }

    function stop() {
        clearInterval(playing);
        playing = null;
        const play = document.querySelector("#time .play");
        if (!play) return;
        play.classList.remove("playing");
        play.setAttribute("aria-label", words("time").play);
    }
})();
