// Codes in words.
import type { Actor, Model, Relation } from './data';

const bodies: Record<string, string> = {
  IGO: 'Intergovernmental',
  NGO: 'Non-governmental',
  MNC: 'Multinational companies',
  IMG: 'International armed groups',
};

const sectors: Record<string, string> = {
  GOV: 'government',
  MIL: 'military',
  REB: 'rebels',
  OPP: 'opposition',
  PTY: 'party',
  LEG: 'legislature',
  JUD: 'judiciary',
  PPL: 'people',
  CVL: 'civilians',
  BUS: 'business',
  MED: 'media',
  COP: 'police',
  SPY: 'intelligence',
  EDU: 'education',
  REL: 'religion',
  UAF: 'armed group',
  CRM: 'crime',
  ELI: 'elite',
  LAB: 'labour',
  HLH: 'health',
  REF: 'refugees',
  SOC: 'civil society',
  AGR: 'agriculture',
  ENV: 'environment',
  IGO: 'intergovernmental',
  NGO: 'non-governmental',
};

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

export function sectorWords(code: string): string {
  return sectors[code] ?? code;
}

export function kindWords(kind: string): string {
  return kind.replaceAll('_', ' ');
}

export function classWords(type: string): string {
  const words = type.replaceAll('_', ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function quadWords(quad: string): string {
  return quad === 'none' ? 'standing relation' : quad;
}

/** "24 Feb 2022", "Feb 2022" or "2022". */
export function dateWords(date: string): string {
  const [year, month, day] = date.split('-');
  const words = [month ? months[Number(month) - 1] : '', year].filter(Boolean).join(' ');
  return day ? `${Number(day)} ${words}` : words;
}

/** A country by the name of its actor where the graph has one. */
export function countryNames(model: Model): Map<string, string> {
  const names = new Map<string, string>(Object.entries(bodies));
  for (const actor of model.actors) {
    if (actor.kind === 'country' && actor.country) names.set(actor.country, actor.name);
  }
  return names;
}

/** "not attack", "visit (planned)": the predicate as the article means it. */
export function predicateWords(relation: Relation): string {
  const label = relation.label.replace(/^be (?=.)/, '');
  const words = relation.negated ? `not ${label}` : label;
  const how = modalityWords(relation.modality);
  return how ? `${words} (${how})` : words;
}

export function modalityWords(modality: string): string {
  return (
    { 'planned-future': 'planned', hypothetical: 'possible', demanded: 'demanded' }[modality] ?? ''
  );
}

export function isFact(relation: Relation): boolean {
  return !relation.negated && relation.modality === 'actual';
}

const english = new Intl.NumberFormat('en');

/** With commas between the thousands. */
export function figures(value: number): string {
  return english.format(value);
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${figures(count)} ${count === 1 ? one : many}`;
}

/** Long names are cut on the canvas only; panels show them whole. */
export function short(name: string, length = 34): string {
  const points = Array.from(name.replace(/\s+/g, ' '));
  return points.length <= length ? points.join('') : `${points.slice(0, length - 1).join('')}…`;
}

/** For searching: lower case, without accents. */
export function folded(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

export function actorSummary(actor: Actor, countries: Map<string, string>): string {
  const parts = [kindWords(actor.kind)];
  if (actor.country && actor.kind !== 'country') {
    parts.push(countries.get(actor.country) ?? actor.country);
  }
  if (actor.sector && actor.kind !== 'country') parts.push(sectorWords(actor.sector));
  return parts.join(' · ');
}
