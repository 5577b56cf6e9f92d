/* Diogel.TrueFalse: statements, each true or false, with the reason why. BSD-3-Clause. */
window.Diogel = window.Diogel || {};

Diogel.TrueFalse = (function (kit) {
  'use strict';

  const right = (statement) => (statement.correct ? 0 : 1);

  return kit.type((exercise, params) => {
    const list = params.statements || [];
    const targets = [exercise.word('true'), exercise.word('false')];
    const ids = ['true', 'false'];
    let answer = list.map(() => null);

    return {
      draw: (body) => body.append(kit.rows(exercise, list, targets, answer, right)),
      total: () => list.length,
      open: () => answer.filter((each) => each === null).length,
      focusOpen: (body) => kit.focusFirst(body, '.diogel-row:not(:has(:checked)) input'),
      score: () => list.filter((statement, row) => answer[row] === right(statement)).length,
      most: () => Math.max(1, list.length),
      get: () => answer,
      set: (state) => {
        answer = list.map((_, row) => (Array.isArray(state) && ids[state[row]] ? state[row] : null));
      },
      clear: () => {
        answer = list.map(() => null);
      },
      keepRight: () => {
        answer = list.map((statement, row) => (answer[row] === right(statement) ? answer[row] : null));
      },
      definition: () => (list.length === 1
        ? {interactionType: 'true-false', correctResponsesPattern: [ids[right(list[0])]]}
        : {
          interactionType: 'matching',
          source: exercise.components(list),
          target: ids.map((id, place) => ({id: id, description: exercise.told(targets[place])})),
          correctResponsesPattern: [list.map((statement, row) => row + '[.]' + ids[right(statement)]).join('[,]')],
        }),
      response: () => {
        const given = [...answer.keys()].filter((row) => answer[row] !== null);
        return list.length === 1 ? given.map((row) => ids[answer[row]]).join() : given.map((row) => row + '[.]' + ids[answer[row]]).join('[,]');
      },
    };
  });
})(Diogel.Exercise);
