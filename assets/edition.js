// A page shows one edition. When an answer comes from another, which was published meanwhile, the
// page is loaded anew from its address, which says all that it shows.
(() => {
  const CALLBACKS = "_dash-update-component";
  const ask = window.fetch;
  let shown = null;

  window.fetch = async (...asked) => {
    const answer = await ask(...asked);
    const edition = answer.headers.get("X-Edition");
    if (edition && String(asked[0]?.url ?? asked[0]).includes(CALLBACKS)) {
      shown ??= edition;
      if (edition !== shown) window.location.reload();
    }
    return answer;
  };
})();
