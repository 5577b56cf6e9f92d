/* Diogel.Signs: which lines of a record, or places in a picture, should make one ask more, and why? BSD-3-Clause. */
window.Diogel = window.Diogel || {};

Diogel.Signs = (function (kit) {
  'use strict';

  return kit.type((exercise, params) => {
    const list = params.places || [];
    const reasons = (params.reasons || []).map(kit.plain);
    const picture = params.image && params.image.path ? params.image : null;
    const signs = [...list.keys()].filter((place) => list[place].sign);
    let marked = [];
    let why = {};

    // Authors count from 1.
    const rightReason = (place) => Math.min(Math.max(1, Number(list[place].reason) || 1), reasons.length) - 1;
    const wanted = () => (reasons.length ? marked.filter((place) => why[place] === undefined) : []);
    const fits = (place) => list[place].sign && (!reasons.length || why[place] === rightReason(place));

    function toggle(place, on) {
      marked = marked.filter((each) => each !== place).concat(on ? place : []).sort((a, b) => a - b);
      exercise.changed();
    }

    function illustration() {
      const image = kit.el('img', {
        src: H5P.getPath(picture.path, exercise.contentId), alt: kit.plain(params.alt), width: picture.width, height: picture.height,
      });
      image.addEventListener('load', () => exercise.trigger('resize'));
      // The list below says the same and is what the keyboard and screen readers use.
      const spots = list.map((entry, place) => kit.el('button', {
        type: 'button', tabindex: -1, 'aria-hidden': 'true', disabled: exercise.checked, 'data-place': place,
        class: 'diogel-spot' + (marked.includes(place) ? ' diogel-spot--marked' : ''),
        click: () => exercise.body.querySelectorAll('.diogel-line > label > input')[place].click(),
      }, String(place + 1)));
      // Set as properties: pages that forbid style attributes allow these.
      spots.forEach((spot, place) => {
        spot.style.left = Math.min(96, Math.max(4, Number(list[place].x) || 0)) + '%';
        spot.style.top = Math.min(96, Math.max(4, Number(list[place].y) || 0)) + '%';
      });
      return kit.el('div', {class: 'diogel-picture'}, image, ...spots);
    }

    function reasonChooser(place) {
      const id = exercise.taskId + '-why-' + place;
      const select = kit.el('select', {id: id, disabled: exercise.checked},
        kit.el('option', {value: ''}, exercise.word('choose')), ...reasons.map((text, each) => kit.el('option', {value: each}, text)));
      select.value = why[place] === undefined ? '' : String(why[place]);
      select.addEventListener('change', () => {
        if (select.value === '') delete why[place];
        else why[place] = Number(select.value);
        exercise.changed();
      });
      return kit.el('div', {class: 'diogel-why'}, kit.el('label', {for: id}, exercise.word('why')), select);
    }

    function verdict(place) {
      const entry = list[place];
      if (!marked.includes(place)) return entry.sign ? kit.reason(exercise, 'missed', entry) : kit.reason(exercise, 'right', entry, exercise.word('noSign'));
      if (!entry.sign) return kit.reason(exercise, 'wrong', entry, exercise.word('noSign'));
      return fits(place) ? kit.reason(exercise, 'right', entry)
        : kit.reason(exercise, 'wrong', entry, exercise.word('otherReason', {reason: reasons[rightReason(place)]}));
    }

    function line(entry, place) {
      const input = kit.el('input', {type: 'checkbox', disabled: exercise.checked});
      input.checked = marked.includes(place);
      const box = kit.el('div', {class: 'diogel-line'}, kit.el('label', {}, input,
        picture ? kit.el('span', {class: 'diogel-number'}, String(place + 1)) : '', kit.rich(entry.text, 'span')));
      input.addEventListener('change', () => {
        toggle(place, input.checked);
        const below = box.querySelector('.diogel-why');
        if (below) below.remove();
        if (input.checked && reasons.length) box.append(reasonChooser(place));
        const spot = exercise.body.querySelector('.diogel-spot[data-place="' + place + '"]');
        if (spot) spot.classList.toggle('diogel-spot--marked', input.checked);
        exercise.trigger('resize');
      });
      if (input.checked && reasons.length) box.append(reasonChooser(place));
      if (exercise.checked && (input.checked || exercise.shown)) box.append(verdict(place));
      return box;
    }

    return {
      draw: (body) => {
        if (picture) body.append(illustration());
        body.append(kit.el('div', {class: 'diogel-paper', role: 'group', 'aria-labelledby': exercise.taskId}, ...list.map(line)));
      },
      count: () => exercise.word('marked', {count: marked.length, total: list.length}),
      total: () => Math.max(1, marked.length),
      open: () => (marked.length ? wanted().length : 1),
      focusOpen: (body) => (marked.length ? document.getElementById(exercise.taskId + '-why-' + wanted()[0]).focus() : kit.focusFirst(body, '.diogel-line input')),
      score: () => {
        const found = marked.filter((place) => list[place].sign);
        const explained = reasons.length ? found.filter(fits).length : 0;
        return Math.max(0, found.length + explained - (marked.length - found.length));
      },
      most: () => Math.max(1, signs.length * (reasons.length ? 2 : 1)),
      get: () => ({marked: marked, why: why}),
      set: (state) => {
        marked = kit.places(state && state.marked, list.length).sort((a, b) => a - b);
        why = {};
        for (const place of marked) {
          const [kept] = kit.places([((state && state.why) || {})[place]], reasons.length);
          if (kept !== undefined) why[place] = kept;
        }
      },
      clear: () => {
        marked = [];
        why = {};
      },
      keepRight: () => {
        marked = marked.filter((place) => list[place].sign);
        why = Object.fromEntries(marked.filter((place) => reasons.length && fits(place)).map((place) => [place, why[place]]));
      },
      definition: () => (reasons.length
        ? {
          interactionType: 'matching',
          source: exercise.components(list),
          target: exercise.components(reasons),
          correctResponsesPattern: [signs.map((place) => place + '[.]' + rightReason(place)).join('[,]')],
        }
        : {interactionType: 'choice', choices: exercise.components(list), correctResponsesPattern: [signs.join('[,]')]}),
      response: () => (reasons.length
        ? marked.filter((place) => why[place] !== undefined).map((place) => place + '[.]' + why[place]).join('[,]')
        : marked.join('[,]')),
    };
  });
})(Diogel.Exercise);
