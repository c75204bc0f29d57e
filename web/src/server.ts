// What `entente serve` answers. Without it the page shows what it was given.
import type { App } from './app';
import type { Actor, RawGraph } from './data';

export interface SqlResult {
  columns: string[];
  rows: (string | number | null)[][];
  cut: string;
  milliseconds: number;
}

async function ask(address: string, init: RequestInit = {}): Promise<unknown> {
  // A header of our own keeps other sites' forms out.
  const answer = await fetch(address, { ...init, headers: { 'X-Entente': '1' } });
  const body = (await answer.json()) as { error?: string };
  if (!answer.ok) throw new Error(body.error ?? `the server answered ${answer.status}`);
  return body;
}

export class Server {
  private app: App | null = null;
  private loaded = new Map<string, number>();

  attach(app: App): void {
    this.app = app;
  }

  /** Actors of the whole database; those that are new join the model without relations. */
  async search(words: string): Promise<Actor[]> {
    const raw = (await ask(`/api/search?q=${encodeURIComponent(words)}`)) as RawGraph;
    return this.merge(raw);
  }

  /** Fetches an actor's relations once, and more of them when asked. */
  async neighbours(id: string, more = false): Promise<void> {
    const known = this.loaded.get(id);
    if (known !== undefined && !more) return;
    const limit = known === undefined ? 60 : known * 4;
    this.loaded.set(id, limit);
    await this.fetchInto(`/api/neighbours?id=${encodeURIComponent(id)}&limit=${limit}`, id);
  }

  async path(from: string, to: string): Promise<void> {
    const query = `from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`;
    await this.fetchInto(`/api/path?${query}`, from);
  }

  async sql(text: string): Promise<SqlResult> {
    return (await ask('/api/sql', { method: 'POST', body: text })) as SqlResult;
  }

  private async fetchInto(address: string, around: string): Promise<void> {
    try {
      const raw = (await ask(address)) as RawGraph;
      this.merge(raw, around);
      this.app?.grown();
    } catch (error) {
      this.app?.announce(error instanceof Error ? error.message : String(error));
    }
  }

  /** New actors keep the shape the server gave them, moved to where the known one stands. */
  private merge(raw: RawGraph, around = ''): Actor[] {
    const model = this.app?.model;
    if (!model) return [];
    const anchor = model.find(around);
    const given = raw.actors.find(([id]) => id === around);
    const [dx, dy] = anchor && given ? [anchor.x - given[5], anchor.y - given[6]] : [0, 0];
    model.add(raw, (x, y) => [x + dx, y + dy]);
    return raw.actors.map(([id]) => model.find(id)).filter((actor) => actor !== undefined);
  }
}
