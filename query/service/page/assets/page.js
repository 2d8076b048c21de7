// Suggestions while a question is typed (the ARIA combobox pattern with a list), and what else is
// better with a script. Without it the page does everything but suggest.
"use strict";

(() => {
  const form = document.querySelector("form.ask");
  if (form) suggest(form);
  if (form) leaveOutWhatIsEmpty(form);
  foldFilters(document.querySelector("body:not(.start) .filters"));
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }

  // Addresses stay short: "/search?q=neck", not "/search?q=neck&source=&lang=".
  function leaveOutWhatIsEmpty(form) {
    form.addEventListener("submit", () => {
      for (const field of form.elements) {
        if (field.name && field.value === "" && field.name !== "q") field.disabled = true;
      }
    });
    // Back from the next page the form is as it was left.
    window.addEventListener("pageshow", () => {
      for (const field of form.elements) field.disabled = false;
    });
  }

  // The page comes with them open; on a small screen they make room, unless one is in use. The width
  // is that of the style sheet, which shows no way to open them beyond it.
  function foldFilters(filters) {
    if (!filters || filters.dataset.used) return;
    const wide = window.matchMedia("(min-width: 46rem)");
    const fit = () => { filters.open = wide.matches; };
    wide.addEventListener("change", fit);
    fit();
  }

  function suggest(form) {
    const kDelay = 90; // ms of rest before asking
    const kMost = 8;
    const input = form.elements.q;
    const texts = form.dataset;
    const list = document.createElement("ul");
    const told = document.createElement("p");
    let timer = 0;
    let asked = null; // the request that is under way
    let typed = input.value;
    let chosen = -1;

    list.id = "suggestions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", texts.list);
    list.hidden = true;
    told.className = "unseen";
    told.setAttribute("role", "status");
    input.parentElement.append(list, told);
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-controls": list.id,
      "aria-expanded": "false",
    })) input.setAttribute(name, value);

    const options = () => [...list.children];

    function close() {
      clearTimeout(timer);
      asked?.abort();
      list.hidden = true;
      list.replaceChildren();
      choose(-1);
      input.setAttribute("aria-expanded", "false");
    }

    function choose(index) {
      chosen = index;
      options().forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
      const option = options()[index];
      if (!option) {
        input.removeAttribute("aria-activedescendant");
        return;
      }
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    }

    function take(index) {
      const words = options()[index]?.dataset.words;
      if (words === undefined) return;
      input.value = typed = words;
      close();
      form.requestSubmit();
    }

    function option(suggestion, index) {
      const item = document.createElement("li");
      const words = document.createElement("span");
      const kind = document.createElement("span");
      item.id = `suggestion-${index}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.dataset.words = suggestion.text;
      words.dir = "auto";
      words.textContent = suggestion.text;
      kind.className = "kind";
      kind.textContent = texts[suggestion.kind] ?? "";
      item.append(words, " ", kind);
      return item;
    }

    function show(suggestions) {
      list.replaceChildren(...suggestions.slice(0, kMost).map(option));
      const count = list.children.length;
      choose(-1);
      list.hidden = count === 0;
      input.setAttribute("aria-expanded", String(count > 0));
      told.textContent = count === 0 ? texts.none
        : count === 1 ? texts.one : texts.many.replace("{0}", count);
    }

    async function ask() {
      asked?.abort();
      asked = new AbortController();
      const { signal } = asked;
      try {
        const answer = await fetch(`${texts.suggest}?q=${encodeURIComponent(typed)}`, { signal });
        if (!answer.ok) return close();
        const found = await answer.json();
        if (!signal.aborted && document.activeElement === input) show(found.suggestions ?? []);
      } catch {
        // Aborted, or no network: the field works without suggestions.
      }
    }

    input.addEventListener("input", (event) => {
      typed = input.value;
      if (event.isComposing) return;
      if (typed.trim().length < 2) {
        told.textContent = "";
        close();
        return;
      }
      clearTimeout(timer);
      timer = setTimeout(ask, kDelay);
    });

    input.addEventListener("keydown", (event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey) return;
      const count = options().length;
      const open = !list.hidden;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (!open) {
          if (typed.trim().length >= 2) ask();
        } else if (!event.altKey) {
          // Beyond the ends lies the field itself: -1.
          const step = event.key === "ArrowDown" ? 1 : -1;
          choose(((chosen + 1 + step + count + 1) % (count + 1)) - 1);
        } else if (event.key === "ArrowUp") {
          close();
        }
      } else if (event.key === "Enter" && open && chosen >= 0) {
        event.preventDefault();
        take(chosen);
      } else if (event.key === "Escape" && open) {
        event.preventDefault();
        close();
      } else if (event.key === "Tab" || event.key === "Enter") {
        close();
      }
    });

    // The field keeps the focus while the list is pointed at.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      take(options().indexOf(event.target.closest("[role=option]")));
    });
    input.addEventListener("blur", close);
  }
})();
