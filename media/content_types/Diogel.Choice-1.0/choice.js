/* Diogel.Choice: a question with one or several answers that fit; every option is answered with a reason. BSD-3-Clause. */
window.Diogel = window.Diogel || {};

Diogel.Choice = (function (kit) {
  'use strict';

  return kit.type((exercise, params) => {
    const list = params.options || [];
    const several = params.several === true;
    let answer = [];

    return {
      draw: (body) => body.append(kit.options(exercise, list, answer, several, exercise.taskId)),
      total: () => 1,
      open: () => (answer.length ? 0 : 1),
      focusOpen: (body) => kit.focusFirst(body, 'input'),
      score: () => kit.optionScore(list, answer),
      most: () => (several ? kit.optionMost(list) : 1),
      get: () => answer,
      set: (state) => {
        answer = kit.places(state, list.length).slice(0, several ? list.length : 1);
      },
      clear: () => {
        answer = [];
      },
      keepRight: () => {
        answer = answer.filter((place) => list[place].correct);
      },
      definition: () => {
        const right = [...list.keys()].filter((place) => list[place].correct);
        const pattern = several ? [right.join('[,]')] : right.map(String);
        return {interactionType: 'choice', choices: exercise.components(list), correctResponsesPattern: pattern};
      },
      response: () => answer.join('[,]'),
    };
  });
})(Diogel.Exercise);
