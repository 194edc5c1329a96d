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

    // A difference with its sign; one that is shown as nothing has none.
    site.signed = function (value, decimals = site.picture.scene.decimals) {
        const written = site.number(value, decimals);
        return Number(value.toFixed(decimals)) > 0 ? `+${written}` : written.replace(/^[-−](?=[0,.\s]*$)/, "");
    };

    site.showAround = function (picture) {
        const { scene, year, since, beside } = picture;
        const { words } = scene;
        const when = since ? site.filled(words.change_title, { since, year }) : beside ? "" : year;
        byId("map-title").replaceChildren(scene.title, " ", element("span", [scene.place, when].filter(Boolean).join(", ")));
        document.title = `${scene.title}, ${scene.place} ${when || year} – Segregationskartan`;
        showLegend(byId("legend"), picture);
        if (beside) showLegend(byId("beside-legend"), { ...beside, inside: picture.inside });
        [picture, beside].forEach((layer, i) => nameMap(document.querySelectorAll(".map-name")[i], beside && layer, words));
        site.markLegend(null);
        showTime(picture);
        site.showTable(picture);
        const notes = [since && scene.change.note, site.isRedrawn(picture) && picture.codes.some((code) => picture.changed.has(code)) && scene.changedNote];
        const note = byId("border-note");
        note.textContent = notes.filter(Boolean).join(" ");
        note.hidden = !note.textContent;
    };

    // With two maps each has its name above it.
    function nameMap(holder, layer, words) {
        holder.textContent = layer ? site.filled(words.beside_title, { title: layer.scene.title, year: layer.year }) : "";
    }

    function showLegend(holder, layer) {
        const { scene, inside, since } = layer;
        const classes = site.classesOf(layer);
        const counts = classes.map(() => 0);
        const lacking = new Map();
        for (const code of inside) {
            const { class: position, reason } = site.shown(code, layer);
            if (position === null) lacking.set(reason, (lacking.get(reason) || 0) + 1);
            else counts[position] += 1;
        }
        const most = Math.max(1, ...counts);
        const rows = classes.map(({ label, colour }, i) => row(label, counts[i], counts[i] / most, colour, i));
        for (const [reason, count] of lacking) rows.push(row(site.picture.scene.reasons[reason], count, 0, null, reason));
        const list = document.createElement("ul");
        const rising = scene.categorical && !since;
        list.append(...(rising ? rows : [...rows].reverse()));
        if (!rising) for (const last of rows.slice(classes.length)) list.append(last);
        holder.classList.toggle("categories", scene.categorical);
        holder.replaceChildren(element("h2", since ? scene.change.unit : scene.unit), list);
    }

    function row(label, count, share, colour, position) {
        const made = document.createElement("li");
        made.dataset.class = position;
        const swatch = element("span", "");
        swatch.className = colour ? "swatch" : `swatch no-data ${position}`;
        if (colour) swatch.style.background = colour;
        const bar = element("span", "");
        bar.className = "bar";
        bar.style.setProperty("--share", share);
        const number = element("span", site.number(count, 0));
        number.className = "count";
        made.append(swatch, element("span", label), bar, number);
        return made;
    }

    // The chosen area is marked in the legends; while another is pointed at, that one.
    site.markLegend = function (code) {
        const { scene, codes, beside } = site.picture;
        const shown = code || (codes.includes(scene.highlight) ? scene.highlight : null);
        mark(byId("legend"), shown, site.picture);
        if (beside) mark(byId("beside-legend"), shown, beside);
    };

    function mark(legend, code, layer) {
        for (const marked of legend.querySelectorAll(".marked")) {
            marked.classList.remove("marked");
            marked.querySelector(".who").remove();
        }
        if (!code) return;
        const { class: position, reason } = site.shown(code, layer);
        const line = legend.querySelector(`li[data-class="${position === null ? reason : position}"]`);
        if (!line) return;
        const who = element("span", site.nameOf(code));
        who.className = "who";
        line.classList.add("marked");
        line.append(who);
    }

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
