/// Style and behaviour of the HTML report.
enum HTMLReportStyle {
  static let sheet = """
    :root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 20%, transparent); --weak: 18%; --strong: 42%; }
    @media (prefers-color-scheme: dark) { :root { --weak: 38%; --strong: 75%; } }
    body { font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 1rem auto; padding: 0 1rem; }
    summary { font-weight: 600; margin-top: 1rem; cursor: pointer; }
    details { overflow-x: auto; }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
    th, td { padding: .15rem .7rem; text-align: end; border-bottom: 1px solid var(--line); white-space: nowrap; }
    th:first-child, td:first-child { text-align: start; }
    nav { position: sticky; top: 0; background: Canvas; padding: .5rem 0; border-bottom: 1px solid var(--line); }
    nav label { margin-inline-end: 1rem; }
    nav select { max-width: 14rem; }
    article { border-bottom: 1px solid var(--line); padding: .5rem 0; }
    article p { margin: .2rem 0; display: flex; gap: .7rem; }
    article p > span { flex: 1; white-space: pre-wrap; overflow-wrap: anywhere; }
    article i { width: 4rem; flex: none; opacity: .7; }
    header span, header code { opacity: .8; margin-inline-start: .7rem; }
    mark { color: inherit; background: color-mix(in srgb, var(--kind, gray) var(--weak), transparent); border-radius: 3px;
      padding: .1em 0; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
    mark.subject { background: color-mix(in srgb, var(--kind, gray) var(--strong), transparent);
      box-shadow: 0 0 0 2px var(--kind, gray); }
    mark small { font-size: .65em; margin-inline: .3em .2em; color: color-mix(in srgb, var(--kind, gray) 60%, CanvasText);
      unicode-bidi: isolate; user-select: none; }
    .TITLE { --kind: #a35200; } .PERSON { --kind: #1466c9; } .ORG { --kind: #7b3fb8; } .LOC { --kind: #14803c; }
    .DATE { --kind: #b3246b; } .NUMBER { --kind: #4f7f8c; }
    b.missing, b.boundary { color: #b35c00; } b.spurious, b.type, b.both { color: #c0262d; } b.attribute { color: #1466c9; }
    """

  static let script = """
    const filters = [...document.querySelectorAll('[data-filter]')];
    const search = document.querySelector('[data-search]');
    const articles = [...document.querySelectorAll('article')];
    const count = document.querySelector('output');
    function update() {
      const text = search.value.trim().toLowerCase();
      let shown = 0;
      for (const article of articles) {
        const fits = filters.every(f => !f.value || (f.dataset.filter === 'type'
          ? article.dataset.type.split(' ').includes(f.value) : article.dataset[f.dataset.filter] === f.value))
          && (!text || article.textContent.toLowerCase().includes(text));
        article.hidden = !fits;
        if (fits) shown += 1;
      }
      count.textContent = shown + ' of ' + articles.length;
    }
    for (const control of [...filters, search]) control.addEventListener('input', update);
    update();
    """
}
