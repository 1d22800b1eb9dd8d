
"use strict";
(() => {
  const filter = document.getElementById("filter");
  const words = document.getElementById("words");
  const boxes = [...filter.querySelectorAll("input[type=checkbox]")];
  const cases = [...document.querySelectorAll("details.case")];
  const texts = cases.map((it) => {
    const ids = [...it.querySelectorAll(".finding b")].map((id) => id.textContent);
    return [it.querySelector("code").textContent, ...ids].join(" ").toLowerCase();
  });
  const apply = () => {
    const wanted = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const sought = words.value.toLowerCase().split(" ").filter((word) => word);
    let shown = 0;
    cases.forEach((it, at) => {
      const has = wanted.has(it.dataset.verdict) && sought.every((word) => texts[at].includes(word));
      it.hidden = !has;
      shown += has ? 1 : 0;
    });
    document.getElementById("shown").textContent = `${shown} of ${cases.length}`;
  };
  const follow = () => {
    const it = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (it instanceof HTMLDetailsElement) {
      it.hidden = false;
      it.open = true;
      it.scrollIntoView();
    }
  };
  filter.hidden = false;
  filter.addEventListener("input", apply);
  filter.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", follow);
  apply();
  follow();
})();
