(() => {
  const tools = document.querySelector(".tools");
  const [speaker, kind, search] = ["speaker", "kind", "search"].map((id) => document.getElementById(id));
  const found = document.querySelector(".found");
  const count = document.getElementById("count");
  const quotes = JSON.parse(document.getElementById("quotes").textContent);
  tools.classList.add("on");
  const plain = (text) => text.toLocaleLowerCase("ru").replaceAll("ё", "е");
  const show = () => {
    const wanted = plain(search.value.trim());
    const fits = (q) =>
      (!speaker.value || q.speaker === speaker.value) && (!kind.value || q.kind === kind.value) &&
      (!wanted || plain(q.text).includes(wanted));
    const shown = new Set(quotes.filter(fits).map((q) => q.anchor));
    const filtered = Boolean(speaker.value || kind.value || wanted);
    for (const mark of document.querySelectorAll("mark")) {
      mark.classList.toggle("off", !shown.has(mark.dataset.quote));
      mark.classList.toggle("hit", filtered && shown.has(mark.dataset.quote));
    }
    count.textContent = String(shown.size);
    found.replaceChildren();
    if (!filtered) return;
    for (const q of quotes.filter(fits).slice(0, 200)) {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = "#" + q.article;
      link.textContent = q.speaker || "кто — не сказано";
      item.append(link, " — " + q.text);
      found.append(item);
    }
  };
  for (const field of [speaker, kind, search]) {
    field.addEventListener("input", show);
    field.addEventListener("change", show);
  }
})();
