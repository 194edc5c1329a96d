// One question to the server where Dash would ask one for each part of the page, by an address that
// browsers and proxies keep; and what is likely asked next, asked beforehand.
"use strict";
(function () {
    const site = (window.segregationskartan = window.segregationskartan || {});
    const CALLBACKS = "_dash-update-component";
    // Longer than a short answer takes on the slowest network: who has waited so asks for the whole.
    const PATIENCE = 15000;
    const asking = window.fetch.bind(window);

    // What the site opens with, as bytes: other views are sent as what is new beside it.
    let opening = null;

    site.view = function (asked) {
        const { views } = document.getElementById("main").dataset;
        const address = `${views}${asked.replace(/^\/\?/, `/${document.documentElement.lang}/?`)}`;
        return site.once(asked, () => viewAt(...address.split("?")));
    };

    // What of a view the map is drawn by.
    site.sceneOf = (view) => Object.values(view).find(({ response }) => response.scene)?.response.scene.data;

    async function viewAt(way, question) {
        const known = opening?.way === way ? opening.bytes : null;
        const view = known && question && (await newIn(way, question, known).catch(() => null));
        return view || site.file(`${way}?${question}`).finally(() => keepOpening(way));
    }

    // What is new beside what is known; of another indicator the values come along.
    async function newIn(way, question, known) {
        const indicator = new URLSearchParams(question).get("indicator");
        const another = indicator && indicator !== site.picture?.scene.indicator;
        const signal = AbortSignal.timeout?.(PATIENCE);
        const response = await fetch(`${way}new${another ? "/values" : ""}?${question}`, { signal });
        if (!response.ok) throw new Error(`${question}: ${response.status}`);
        // Of an edition that is no longer the current one, the whole is sent.
        if (response.headers.get("Content-Type").includes("json")) return response.json();
        const [text, along] = (await unpacked(known, await response.arrayBuffer())).split("\n");
        const view = JSON.parse(text);
        const { values, checksum } = site.sceneOf(view);
        if (along) await site.keep(values, checksum, fileOf(along));
        return view;
    }

    // The file of values as it was published, from one with the steps from year to year.
    function fileOf(text) {
        const file = JSON.parse(text);
        const last = [];
        for (const row of file.values)
            for (const [i, step] of row.entries()) if (step !== null) row[i] = last[i] = (last[i] || 0) + step;
        return new TextEncoder().encode(JSON.stringify(file) + "\n");
    }

    // A gzip file, of which the server sends the end and we write the beginning (sending/alike.py).
    async function unpacked(known, end) {
        const size = known.length;
        const beginning = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff, 0, size, size >> 8, ~size, ~size >> 8];
        const packed = new Blob([new Uint8Array(beginning), known, end]).stream();
        const both = await new Response(packed.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
        return new TextDecoder().decode(new Uint8Array(both, size));
    }

    // Once the first view is there. Whoever came by the first page has it in the browser already.
    async function keepOpening(way) {
        if (opening || !window.DecompressionStream) return;
        opening = { way, bytes: null };
        const response = await fetch(`${way}?`);
        if (response.ok) opening.bytes = new Uint8Array(await response.arrayBuffer());
    }

    // Dash's own way stays open: it is taken where the one question is not answered.
    window.fetch = function (address, options) {
        const body = ofView(address, options);
        return body ? answer(body).catch(() => asking(address, options)) : asking(address, options);
    };

    function ofView(address, options) {
        if (!String(address).includes(CALLBACKS) || typeof options?.body !== "string") return null;
        const body = JSON.parse(options.body);
        return body.inputs.length === 1 && body.inputs[0].id === "asked" && body.inputs[0].value ? body : null;
    }

    async function answer({ output, inputs }) {
        const view = await site.view(inputs[0].value);
        if (!view[output]) throw new Error(`No answer for ${output}`);
        return new Response(JSON.stringify(view[output]), { headers: { "Content-Type": "application/json" } });
    }

    // A reader who comes near a control may choose what it offers.
    function ahead(event) {
        const control = event.target.closest?.('[data-writes="indicator"]');
        if (!control || !site.picture || navigator.connection?.saveData) return;
        for (const indicator of offered(control)) fetchAhead(indicator).catch(() => {});
    }

    // The menu offers much: what stands in the group that is chosen from.
    function offered(control) {
        if (control.matches("button")) return [control.dataset.value];
        const group = control.selectedOptions[0]?.closest("optgroup");
        return group ? [...group.children].map((option) => option.value) : [];
    }

    async function fetchAhead(indicator) {
        const asked = site.asked(site.chosen("indicator", indicator));
        const view = await site.view(asked);
        const scene = site.sceneOf(view);
        if (scene) await site.file(scene.values);
    }

    for (const near of ["pointerover", "focusin"]) document.addEventListener(near, ahead, { passive: true });
})();
