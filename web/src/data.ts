// The graph that the page was given, decoded. render/explorer.cpp writes it.

export interface Article {
  name: string;
  title: string;
  url: string;
  source: string;
  date: string;
}

export interface Actor {
  index: number;
  id: string;
  name: string;
  kind: string;
  country: string;
  sector: string;
  x: number;
  y: number;
  /** Indexes of relations of which it is subject or object. */
  relations: number[];
}

export type Span = [number, number];

export interface Quote {
  article: Article;
  text: string;
  subject: Span;
  predicate: Span;
  object: Span;
}

export interface Relation {
  index: number;
  subject: number;
  object: number;
  type: string;
  quad: string;
  label: string;
  negated: boolean;
  modality: string;
  /** Of the event; empty: the text gives none. */
  date: string;
  /** Of the event, else of the article; empty: neither is known. */
  when: string;
  confidence: number;
  symmetric: boolean;
  attribution: string;
  quotes: Quote[];
}

type RawRelation = [
  number, number, number, number, number, number, string, number, number, string, number[][],
];

export interface RawGraph {
  format: string;
  title: string;
  leftOut: number;
  kinds: string[];
  polarities: string[];
  modalities: string[];
  classes: [string, string][];
  documents: [string, string, string, string, string][];
  sentences: [number, string][];
  actors: [string, string, number, string, string, number, number][];
  relations: RawRelation[];
  labels: string[];
}

export const quads = [
  'material cooperation',
  'verbal cooperation',
  'verbal conflict',
  'material conflict',
  'none',
];

export function isCooperation(quad: string): boolean {
  return quad.endsWith('cooperation');
}

export function isConflict(quad: string): boolean {
  return quad.endsWith('conflict');
}

/** The article's date is taken where it is more precise than the event's and agrees with it. */
function whenOf(date: string, published: string): string {
  return published.startsWith(date) ? published : date;
}

/** Grows when a server adds to it; else it stays as it was read. */
export class Model {
  title = '';
  leftOut = 0;
  kinds: string[] = [];
  modalities: string[] = [];
  classes: [string, string][] = [];
  actors: Actor[] = [];
  relations: Relation[] = [];
  private byId = new Map<string, Actor>();
  private articles = new Map<string, Article>();
  /** Of a graph that grows: the relations that it has. */
  private known = new Set<string>();

  constructor(raw: RawGraph, private grows: boolean) {
    this.title = raw.title;
    this.leftOut = raw.leftOut;
    this.kinds = raw.kinds;
    this.modalities = raw.modalities;
    this.classes = raw.classes;
    this.add(raw);
  }

  find(id: string): Actor | undefined {
    return this.byId.get(id);
  }

  get articleCount(): number {
    return this.articles.size;
  }

  /** Adds what is new and returns how many relations that were; `place` says where new actors go. */
  add(raw: RawGraph, place?: (x: number, y: number) => [number, number]): number {
    const articles = raw.documents.map(([name, title, url, source, date]) =>
      this.article({ name, title, url, source, date }),
    );
    const actors = raw.actors.map((row) => this.actor(raw, row, place));
    let added = 0;
    for (const row of raw.relations) {
      if (this.relation(raw, row, actors, articles)) added += 1;
    }
    return added;
  }

  private article(article: Article): Article {
    const known = this.articles.get(article.name);
    if (known) return known;
    this.articles.set(article.name, article);
    return article;
  }

  private actor(
    raw: RawGraph,
    [id, name, kind, country, sector, x, y]: RawGraph['actors'][number],
    place?: (x: number, y: number) => [number, number],
  ): Actor {
    const known = this.byId.get(id);
    if (known) return known;
    const [px, py] = place ? place(x, y) : [x, y];
    const actor: Actor = {
      index: this.actors.length,
      id,
      name,
      kind: raw.kinds[kind],
      country,
      sector,
      x: px,
      y: py,
      relations: [],
    };
    this.actors.push(actor);
    this.byId.set(id, actor);
    return actor;
  }

  private relation(
    raw: RawGraph,
    row: RawRelation,
    actors: Actor[],
    articles: Article[],
  ): boolean {
    const [subject, object, type, label, polarity, modality, date, confidence, symmetric, by] = row;
    const quotes = row[10].map(([sentence, ...spans]) => {
      const [article, text] = raw.sentences[sentence];
      return {
        article: articles[article],
        text,
        subject: [spans[0], spans[1]] as Span,
        predicate: [spans[2], spans[3]] as Span,
        object: [spans[4], spans[5]] as Span,
      };
    });
    const from = actors[subject];
    const to = actors[object];
    if (this.grows) {
      const key = JSON.stringify([
        from.id, to.id, type, raw.labels[label], polarity, modality, date,
        quotes[0]?.article.name, quotes[0]?.text, quotes[0]?.predicate,
      ]);
      if (this.known.has(key)) return false;
      this.known.add(key);
    }
    const index = this.relations.length;
    this.relations.push({
      index,
      subject: from.index,
      object: to.index,
      type: raw.classes[type][0],
      quad: raw.classes[type][1],
      label: raw.labels[label],
      negated: raw.polarities[polarity] === 'negated',
      modality: raw.modalities[modality],
      date,
      when: whenOf(date, quotes[0]?.article.date ?? ''),
      confidence,
      symmetric: symmetric === 1,
      attribution: by,
      quotes,
    });
    from.relations.push(index);
    if (to !== from) to.relations.push(index);
    return true;
  }
}
