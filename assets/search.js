// Search boxes: comboboxes over every county, municipality and RegSO. The one in the header goes to
// the area; one inside a form helps to fill it in and sends it. What fits nothing here is sent to the
// server as without script.
"use strict";
(function () {
    const site = (window.segregationskartan = window.segregationskartan || {});
    const MOST = 9;
    let entries = null;
    let hits = [];
    let active = -1;

    const fold = (text) =>
        text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[^a-z0-9]+/g, " ").trim();

    async function load(holder) {
        if (entries) return entries;
        const registers = JSON.parse(holder.dataset.registers);
        const read = await Promise.all(registers.map(({ address }) => site.file(address)));
        const names = new Map(read.flatMap(({ codes, names: of }) => codes.map((code, i) => [code, of[i]])));
        entries = read.flatMap(({ codes, names: of }, order) =>
            codes.map((code, i) => ({
                code,
                name: of[i],
                folded: fold(of[i]),
                where: whereabouts(code, registers[order].label, names),
                order,
            })),
        );
        return entries;
    }

    function whereabouts(code, label, names) {
        const parent = code.length > 4 ? code.slice(0, 4) : code.slice(0, 2);
        return parent === code ? label : `${label}, ${names.get(parent)}`;
    }

    // The lower, the better; Infinity is no hit.
    function distance(entry, asked) {
        const code = entry.code.toLowerCase();
        if (code === asked || entry.folded === asked) return entry.order / 10;
        if (entry.folded.startsWith(asked) || code.startsWith(asked)) return 1 + entry.order / 10;
        if (` ${entry.folded}`.includes(` ${asked}`)) return 2 + entry.order / 10;
        if (asked.length > 2 && entry.folded.includes(asked)) return 3 + entry.order / 10;
        return Infinity;
    }

    // Misspelt names: the share of letter pairs that two words have in common.
    function likeness(entry, asked) {
        const pairs = (word) => Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2));
        const wanted = pairs(asked);
        const best = Math.max(
            ...[entry.folded, ...entry.folded.split(" ")].map((word) => {
                const rest = pairs(word);
                const size = rest.length + wanted.length;
                const common = wanted.filter((pair) => {
                    const at = rest.indexOf(pair);
                    if (at >= 0) rest.splice(at, 1);
                    return at >= 0;
                }).length;
                return size ? (2 * common) / size : 0;
            }),
        );
        return best - entry.order / 50;
    }

    function find(asked) {
        const near = entries
            .map((entry) => [distance(entry, asked), entry])
            .filter(([away]) => away < Infinity)
            .sort(([a, x], [b, y]) => a - b || x.name.length - y.name.length || x.name.localeCompare(y.name, "sv"));
        if (near.length || asked.length < 3) return near.slice(0, MOST).map(([, entry]) => entry);
        return entries
            .map((entry) => [likeness(entry, asked), entry])
            .filter(([like]) => like > 0.5)
            .sort(([a], [b]) => b - a)
            .slice(0, MOST)
            .map(([, entry]) => entry);
    }

    function build(holder) {
        const said = JSON.parse(holder.dataset.words);
        const box = holder.querySelector("input");
        for (const [name, value] of Object.entries({
            role: "combobox",
            "aria-expanded": "false",
            "aria-controls": `${holder.id}-hits`,
            "aria-autocomplete": "list",
        }))
            box.setAttribute(name, value);
        const list = document.createElement("ul");
        Object.assign(list, { id: `${holder.id}-hits`, hidden: true });
        list.setAttribute("role", "listbox");
        list.setAttribute("aria-label", said.search);
        const none = element("p", "search-none", said.search_none);
        none.hidden = true;
        none.setAttribute("role", "status");
        holder.append(list, none);
        box.addEventListener("focus", () => load(holder));
        box.addEventListener("input", () => look(holder, box, list, none));
        box.addEventListener("keydown", (event) => steer(event, box, list, none));
        // Not where the reader has come back meanwhile, and types on.
        const isLeft = () => document.activeElement !== box;
        box.addEventListener("blur", () => setTimeout(() => isLeft() && close(box, list, none), 150));
    }

    async function look(holder, box, list, none) {
        await load(holder);
        const asked = fold(box.value);
        hits = asked ? find(asked) : [];
        active = hits.length ? 0 : -1;
        list.replaceChildren(...hits.map((hit, i) => option(hit, i, box, list, none)));
        list.hidden = !hits.length;
        none.hidden = !(asked.length > 1 && !hits.length);
        box.setAttribute("aria-expanded", String(hits.length > 0));
        mark(box, list);
    }

    function option(hit, i, box, list, none) {
        const made = document.createElement("li");
        made.id = `${list.id}-${i}`;
        made.setAttribute("role", "option");
        made.append(element("span", "hit-name", hit.name), element("span", "hit-where", hit.where));
        made.addEventListener("mousedown", (event) => {
            event.preventDefault();
            go(hit, box, list, none);
        });
        return made;
    }

    function steer(event, box, list, none) {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (step && hits.length) {
            active = (active + step + hits.length) % hits.length;
            mark(box, list);
        } else if (event.key === "Enter" && hits[active]) go(hits[active], box, list, none);
        else if (event.key === "Escape") close(box, list, none);
        else return;
        event.preventDefault();
    }

    function mark(box, list) {
        [...list.children].forEach((made, i) => made.setAttribute("aria-selected", String(i === active)));
        if (active >= 0) box.setAttribute("aria-activedescendant", `${list.id}-${active}`);
        else box.removeAttribute("aria-activedescendant");
        list.children[active]?.scrollIntoView({ block: "nearest" });
    }

    function go(hit, box, list, none) {
        const fills = !box.form.matches(".search");
        box.value = fills ? hit.code : "";
        box.blur();
        close(box, list, none);
        if (fills) box.form.requestSubmit();
        else site.choose("area", hit.code);
    }

    function close(box, list, none) {
        hits = [];
        list.hidden = true;
        none.hidden = true;
        box.setAttribute("aria-expanded", "false");
        box.removeAttribute("aria-activedescendant");
    }

    function element(tag, className, words) {
        const made = site.element(tag, words);
        made.className = className;
        return made;
    }

    site.watch(() => {
        for (const holder of document.querySelectorAll(".search[data-registers]:not([data-built])")) {
            holder.dataset.built = "";
            build(holder);
        }
    });
})();
