/* Diogel.Timeline: events to be put in order with buttons; then, what is missing between them? BSD-3-Clause. */
window.Diogel = window.Diogel || {};

Diogel.Timeline = (function (kit) {
  'use strict';

  const UP = 'M12 19V5M5 12l7-7 7 7';
  const DOWN = 'M12 5v14M5 12l7 7 7-7';

  function arrow(path) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    line.setAttribute('d', path);
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('aria-hidden', 'true');
    svg.append(line);
    return svg;
  }

  /** The order in which the events are laid out: the same every time, and none where it belongs. */
  function mixed(length) {
    const all = [...Array(length).keys()];
    const order = all.filter((place) => place % 2).concat(all.filter((place) => place % 2 === 0));
    for (const place of all) {
      const other = (place + 1) % length;
      if (order[place] === place) [order[place], order[other]] = [order[other], order[place]];
    }
    return order;
  }

  return kit.type((exercise, params) => {
    const list = params.events || [];
    const gaps = (params.missing && params.missing.options) || [];
    let order = mixed(list.length);
    let moved = false;
    let missing = [];

    const inPlace = () => order.filter((event, place) => event === place).length;

    function move(place, to, up) {
      if (to < 0 || to >= order.length) return;
      const [event] = order.splice(place, 1);
      order.splice(to, 0, event);
      moved = true;
      exercise.changed();
      exercise.draw();
      const row = exercise.body.querySelectorAll('.diogel-event')[to];
      row.querySelectorAll('button')[up ? 0 : 1].focus();
      exercise.say(exercise.word('movedTo', {event: kit.plain(list[event].text), place: to + 1, total: order.length}));
    }

    function mover(place, up) {
      const to = place + (up ? -1 : 1);
      const label = exercise.word(up ? 'moveUp' : 'moveDown', {event: kit.plain(list[order[place]].text)});
      return kit.el('button', {
        type: 'button', 'aria-label': label, title: label,
        'aria-disabled': to < 0 || to >= order.length ? 'true' : undefined,
        click: () => move(place, to, up),
      }, arrow(up ? UP : DOWN));
    }

    function row(event, place) {
      const entry = list[event];
      const number = kit.el('span', {class: 'diogel-number', 'aria-hidden': 'true'}, String(place + 1));
      const box = kit.el('li', {class: 'diogel-event'}, number, kit.rich(entry.text));
      if (!exercise.checked) {
        box.append(kit.el('div', {class: 'diogel-moves'}, mover(place, true), mover(place, false)));
      } else {
        const fits = order[event] === event;
        const when = kit.plain(entry.when);
        const verdict = exercise.word(fits ? 'right' : 'comesAt', {place: event + 1}) + (when ? ' (' + when + ')' : '');
        box.append(kit.reason(exercise, fits ? 'right' : exercise.shown ? 'missed' : 'wrong', entry, verdict));
      }
      return box;
    }

    return {
      draw: (body) => {
        const shown = exercise.shown ? [...list.keys()] : order;
        body.append(kit.el('ol', {class: 'diogel-events', role: 'list'}, ...shown.map(row)));
        if (!gaps.length) return;
        const id = exercise.taskId + '-missing';
        const task = kit.rich(params.missing.task);
        task.id = id;
        body.append(kit.el('div', {class: 'diogel-missing'}, task, kit.options(exercise, gaps, missing, true, id)));
      },
      total: () => (gaps.length ? 2 : 1),
      open: () => (moved ? 0 : 1) + (gaps.length && !missing.length ? 1 : 0),
      focusOpen: (body) => kit.focusFirst(body, moved ? 'input' : 'button'),
      score: () => (moved ? inPlace() : 0) + kit.optionScore(gaps, missing),
      most: () => list.length + (gaps.length ? kit.optionMost(gaps) : 0),
      get: () => ({order: order, moved: moved, missing: missing}),
      set: (state) => {
        const kept = kit.places(state && state.order, list.length);
        if (kept.length === list.length) order = kept;
        moved = Boolean(state && state.moved);
        missing = kit.places(state && state.missing, gaps.length);
      },
      clear: () => {
        order = mixed(list.length);
        moved = false;
        missing = [];
      },
      keepRight: () => {
        missing = missing.filter((place) => gaps[place].correct);
      },
      definition: () => {
        const sequence = [...list.keys()].join('[,]');
        if (!gaps.length) {
          return {interactionType: 'sequencing', choices: exercise.components(list), correctResponsesPattern: [sequence]};
        }
        const right = [...gaps.keys()].filter((place) => gaps[place].correct);
        return {
          interactionType: 'performance',
          steps: [
            {id: 'order', description: exercise.told(kit.plain(params.task))},
            {id: 'missing', description: exercise.told(kit.plain(params.missing.task))},
          ],
          correctResponsesPattern: ['order[.]' + [...list.keys()].join(' ') + '[,]missing[.]' + right.join(' ')],
        };
      },
      response: () => (gaps.length ? 'order[.]' + order.join(' ') + '[,]missing[.]' + missing.join(' ') : order.join('[,]')),
    };
  });
})(Diogel.Exercise);
