/* Diogel.Sort: things to be put into groups, or matched one to one, without dragging. BSD-3-Clause. */
window.Diogel = window.Diogel || {};

Diogel.Sort = (function (kit) {
  'use strict';

  return kit.type((exercise, params) => {
    const groups = (params.groups || []).map(kit.plain);
    const list = params.items || [];
    // Authors count from 1.
    const right = (item) => Math.min(Math.max(1, Number(item.group) || 1), groups.length) - 1;
    let answer = list.map(() => null);

    return {
      draw: (body) => body.append(kit.rows(exercise, list, groups, answer, right)),
      total: () => list.length,
      open: () => answer.filter((each) => each === null).length,
      focusOpen: (body) => {
        const row = body.querySelectorAll('.diogel-row')[answer.indexOf(null)];
        kit.focusFirst(row, 'input, select');
      },
      score: () => list.filter((item, row) => answer[row] === right(item)).length,
      most: () => Math.max(1, list.length),
      get: () => answer,
      set: (state) => {
        answer = list.map((_, row) => (Array.isArray(state) && kit.places([state[row]], groups.length).length ? state[row] : null));
      },
      clear: () => {
        answer = list.map(() => null);
      },
      keepRight: () => {
        answer = list.map((item, row) => (answer[row] === right(item) ? answer[row] : null));
      },
      definition: () => ({
        interactionType: 'matching',
        source: exercise.components(list),
        target: exercise.components(groups),
        correctResponsesPattern: [list.map((item, row) => row + '[.]' + right(item)).join('[,]')],
      }),
      response: () => answer.map((place, row) => (place === null ? '' : row + '[.]' + place)).filter(Boolean).join('[,]'),
    };
  });
})(Diogel.Exercise);
