// Reads exports in a folder back with JavaScript libraries. Our own JSON says what must be found.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';

import Ajv from 'ajv/dist/2020.js';
import cytoscape from 'cytoscape';
import Graph from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import {JSDOM} from 'jsdom';
import jsonld from 'jsonld';
import {Parser} from 'n3';

const folder = process.argv[2];
const text = (name) => readFileSync(join(folder, name), 'utf8');
const ours = JSON.parse(text('json'));
const names = Object.fromEntries(ours.actors.map((actor) => [actor.id, actor.name]));
const spaced = (word) => word.replace(/[\u0000-\u001f\u007f\ufffe\uffff]/g, ' ');
const cleanNames = Object.fromEntries(
    Object.entries(names).map(([id, name]) => [spaced(id), spaced(name)]));
const relations = ours.relations.length;

// Cytoscape.js
const cy = cytoscape({headless: true, elements: JSON.parse(text('cytoscape')).elements});
assert.equal(cy.nodes().length, ours.actors.length);
assert.equal(cy.edges().length, relations);
cy.nodes().forEach((node) => assert.equal(node.data('name'), names[node.id()]));

// graphology
for (const [name, reader] of [['graphml', graphml], ['gexf', gexf], ['gexf-1.2', gexf]]) {
  const graph = reader.parse(Graph, text(name));
  assert.equal(graph.order, ours.actors.length, name);
  assert.equal(graph.size, relations, name);
  graph.forEachNode((id, attributes) => assert.equal(attributes.label, cleanNames[id], name));
}

// N3 and jsonld
const nt = new Parser({format: 'N-Triples'}).parse(text('ntriples'));
const turtle = new Parser({format: 'Turtle'}).parse(text('turtle'));
const distinct = (quads) => new Set(quads.map((q) => [q.subject.id, q.predicate.id, q.object.id].join(' '))).size;
assert.equal(distinct(nt), distinct(turtle));
const quads = await jsonld.toRDF(JSON.parse(text('jsonld')), {format: 'application/n-quads'});
assert.equal(new Set(quads.split('\n').filter(Boolean)).size, distinct(nt));

// FollowTheMoney: every entity by its model; links lead to entities that are there.
const require = createRequire(import.meta.url);
const {Model} = require('@alephdata/followthemoney');
const model = new Model(require('@alephdata/followthemoney/dist/defaultModel.json'));
const entities = text('ftm').trim().split('\n').filter(Boolean).map((line) => JSON.parse(line));
const known = new Set(entities.map((entity) => entity.id));
let links = 0;
for (const raw of entities) {
  const entity = model.getEntity(raw);
  for (const name of Object.keys(raw.properties)) {
    assert.ok(entity.schema.hasProperty(name), `${raw.schema} has no property ${name}`);
  }
  for (const name of entity.schema.required) assert.ok(entity.hasProperty(name), `${raw.id}: ${name}`);
  const ends = entity.schema.edge;
  if (!ends) continue;
  ++links;
  for (const end of [ends.source, ends.target]) assert.ok(known.has(raw.properties[end][0]), end);
}
assert.equal(links, relations);
assert.deepEqual(
    entities.filter((e) => e.id in names).map((e) => (e.properties.name ?? e.properties.full)[0]).sort(),
    Object.values(names).sort());

// STIX: every object as the specification wants it, every reference to an object that is there.
const stix = JSON.parse(text('stix'));
const fits = new Ajv({allErrors: true, strict: false})
                 .compile(JSON.parse(readFileSync(new URL('stix-2.1.schema.json', import.meta.url))));
for (const bundle of [stix, JSON.parse(text('stix-empty'))]) {
  assert.ok(fits(bundle), JSON.stringify(fits.errors?.slice(0, 5)));
}
const objects = new Map(stix.objects.map((object) => [object.id, object]));
assert.equal(objects.size, stix.objects.length);
for (const object of stix.objects) {
  assert.ok(object.modified >= object.created);
  if (object.start_time) assert.ok(object.stop_time > object.start_time);
  const refs = [...(object.object_refs ?? []), object.source_ref, object.target_ref].filter(Boolean);
  for (const ref of refs) assert.ok(objects.has(ref), ref);
}
assert.equal(stix.objects.filter((object) => object.type === 'relationship').length, relations);

// Mermaid, which wants a browser's document.
const dom = new JSDOM('');
globalThis.window = dom.window;
globalThis.document = dom.window.document;
const {default: mermaid} = await import('mermaid');
assert.equal((await mermaid.parse(text('mermaid'))).diagramType, 'flowchart-v2');

console.log(`${folder}: cytoscape, graphology, N3, jsonld, followthemoney and mermaid found`,
            `${ours.actors.length} actors and ${relations} relations`);
