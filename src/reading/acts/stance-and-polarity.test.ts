import { expect, test } from 'vitest';
import { readMarked } from '../../../test/samples/read-marked.ts';
import type { Stance } from './speech-acts.ts';

test.each<[string, Stance]>([
  ['<The lawyer> {pointed out} [that the gates were open].', 'endorsing'],
  ['<The log> {shows} [two gates open].', 'endorsing'],
  ['<She> {rightly said} [that it was late].', 'endorsing'],
  ['<She> {did not acknowledge} [the finding].', 'neutral'],
  ['<Police> {have yet to confirm} [the toll].', 'neutral'],
  ['<The company> {claimed} [that the dam was safe].', 'distancing'],
  ['[The dam was safe], {a claim by} <the company>.', 'distancing'],
  ['<She> {falsely said} [that the dam was safe].', 'distancing'],
  ['<The so-called experts> {said} [that the dam was safe].', 'distancing'],
  ['<The minister> {said without evidence} [that the dam was safe].', 'distancing'],
  ['It was what <the ministry> {called} [a mishap].', 'distancing'],
  ['<Mr Farkas> {would have us believe} [that a wave was aimed].', 'distancing'],
  ['<A group> {claimed} [responsibility for the fire].', 'neutral'],
  ['<The storm> {claimed} [twelve lives].', 'neutral'],
  ['<She> {said} [the evidence was clear].', 'neutral'],
  ['<The ministry> {called} [it a mishap].', 'neutral'],
])('%s: %s', (marked, stance) => {
  expect(readMarked(marked).act.stance).toBe(stance);
});

test.each([
  '<He> {did not say} [whether the gates were open].',
  '<He> {never said} [that it was safe].',
  'Police did not {confirm} [how many were on board].',
  '<The minister> {would not say} [who gave the order].',
  '<He> {refused to say} [who gave the order].',
  '<He> {declined to discuss} [the toll].',
  '<The letter> {does not dispute} [the times on the page].',
  '<A spokesman> {could neither confirm nor deny} [the report].',
  '<No one> {has claimed} [that the cable was new].',
  '<Nobody from the company> {would say} [who gave the order].',
  '<The report> {made no mention of} [the gates].',
  '<She> {said nothing about} [the gates].',
  '<The company> paid, without {admitting} [fault].',
  '<Police> {have yet to confirm} [the toll].',
  '<The agency> {failed to mention} [the release].',
  '<He> {didn’t say} [who called].',
])('not done: %s', (marked) => {
  expect(readMarked(marked).act.negated).toBe(true);
});

test.each([
  '<The mayor> {denied} [having said so].',
  '<The mayor> {denied having said} [that it was safe].',
  '<She> {said} [it was not safe].',
  '<She> {said} [nobody was warned].',
  '<She> not only {said} [that it was old] but showed it.',
  '<No fewer than ten people> {said} [the pier was old].',
  '<The union> {rejected} [the offer].',
  '<The company> {refused} [an offer of help].',
  'Not far away, <she> {said} [that it was old].',
  '<Police> {confirmed} [the toll].',
  '<He> {would say only} [that it was late].',
  '<They> {could not resist pointing out} [that it was late].',
  '<It> {goes without saying} [that it was late].',
])('done: %s', (marked) => {
  expect(readMarked(marked).act.negated).toBe(false);
});

test.each([
  '<Police> {have yet to confirm} [the toll].',
  '<The minister> {might say} [that the dam was old].',
  '<The board> {is expected to announce} [a date].',
  '<The minister> {is to announce} [a date].',
  '<The ministry> {will announce} [a date on Friday].',
  'If <he> {says} [that the dam was old], she will resign.',
  '<The company> {could claim} [that it was warned].',
  '<Anyone who> {says} [so] was not there.',
  'Did <the ministry> {say} [that the dam was old]?',
  '<The minister> {plans to announce} [a date].',
])('not yet, or supposed: %s', (marked) => {
  expect(readMarked(marked).act.hypothetical).toBe(true);
});

test.each([
  '<He> {did not say} [whether the gates were open].',
  '<He> {would not say} [whether the gates were open].',
  '<He> {could not confirm} [the toll].',
  '<He> {would later say} [that it was late].',
  '<He> {would only say} [that it was late].',
  '<My grandmother> {would warn} us: [“Mind what you tell the river.”]',
  '<Lindgren> {would like} [it to be known].',
  '<He> {said} [it might rain].',
  '<She> {said} [if it rained they would leave].',
  '<I> {can confirm} [that the page is genuine].',
  '<He> went to Velmar to {announce} [a date].',
])('taken place or not, but not open: %s', (marked) => {
  expect(readMarked(marked).act.hypothetical).toBe(false);
});
