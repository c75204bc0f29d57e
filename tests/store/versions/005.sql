INSERT INTO documents (id, name, hash, path, title, url, source, place, date, text, program) VALUES (1, 'summit', X'4718CBC5AC7AE2E54D84ACBB8DA75A05106131C8BE806A6C012EA006B401398D', 'sample/summit.txt', NULL, NULL, 'Sample Agency', NULL, '2031-05-04', 'President Rosa Hentzau met Rufus Firefly in Strelsau on Sunday.
Hentzau and Firefly signed the Treaty of Hof, and the talks went on for hours.
Freedonia will send grain to Ruritania in June.
', 'sample');
INSERT INTO documents (id, name, hash, path, title, url, source, place, date, text, program) VALUES (2, 'raid', X'283190DDB1DCD30FFDB729C0911B870EB6470207C8A89A6B9A6C94B84A7FA3E0', 'sample/raid.txt', NULL, NULL, 'Sample Agency', NULL, '2031-05-09', 'Ruritania said the Free Riders had attacked Strelsau.
Sylvania denied that it had armed the Free Riders.
Ruritania imposed sanctions on Blue Danube, and Freedonia urged Sylvania to stop the Free Riders.
', 'sample');
INSERT INTO documents (id, name, hash, path, title, url, source, place, date, text, program) VALUES (3, 'council', X'AB4D06967183AC1F5F9DAFB079EF08F81709F46347D766AF35170082ED874FC3', 'sample/council.txt', NULL, NULL, 'Sample Agency', NULL, NULL, 'Freedonia is a member of the Council of Zenda.
The Council of Zenda has its seat in Strelsau, Ruritania.
', 'sample');
INSERT INTO sentences (id, document, number, byte_begin, byte_end) VALUES (1, 1, 0, 0, 63);
INSERT INTO sentences (id, document, number, byte_begin, byte_end) VALUES (2, 1, 1, 64, 142);
INSERT INTO sentences (id, document, number, byte_begin, byte_end) VALUES (3, 1, 2, 143, 190);
INSERT INTO sentences (id, document, number, byte_begin, byte_end) VALUES (4, 2, 0, 0, 53);
INSERT INTO sentences (id, document, number, byte_begin, byte_end) VALUES (5, 2, 1, 54, 104);
INSERT INTO sentences (id, document, number, byte_begin, byte_end) VALUES (6, 2, 2, 105, 202);
INSERT INTO sentences (id, document, number, byte_begin, byte_end) VALUES (7, 3, 0, 0, 46);
INSERT INTO sentences (id, document, number, byte_begin, byte_end) VALUES (8, 3, 1, 47, 104);
INSERT INTO actors (id, key, name, kind, country, sector, sector2, read_name, merged_into) VALUES (1, 'state/ruritania', 'Ruritania', 'country', 'RUR', 'GOV', NULL, NULL, NULL);
INSERT INTO actors (id, key, name, kind, country, sector, sector2, read_name, merged_into) VALUES (2, 'state/freedonia', 'Freedonia', 'country', 'FRE', 'GOV', NULL, NULL, NULL);
INSERT INTO actors (id, key, name, kind, country, sector, sector2, read_name, merged_into) VALUES (3, 'person/rosa-hentzau', 'Rosa Hentzau', 'person', 'RUR', 'GOV', NULL, NULL, NULL);
INSERT INTO actors (id, key, name, kind, country, sector, sector2, read_name, merged_into) VALUES (4, 'person/rufus-firefly', 'Rufus Firefly', 'person', 'FRE', 'GOV', NULL, NULL, NULL);
INSERT INTO actors (id, key, name, kind, country, sector, sector2, read_name, merged_into) VALUES (5, 'place/strelsau', 'Strelsau', 'place', 'RUR', NULL, NULL, NULL, NULL);
INSERT INTO actors (id, key, name, kind, country, sector, sector2, read_name, merged_into) VALUES (6, 'position/president-of-ruritania', 'president of Ruritania', 'position', NULL, NULL, NULL, NULL, NULL);
INSERT INTO actors (id, key, name, kind, country, sector, sector2, read_name, merged_into) VALUES (7, 'entity/treaty-of-hof', 'Treaty of Hof', 'entity', NULL, NULL, NULL, NULL, NULL);
INSERT INTO actors (id, key, name, kind, country, sector, sector2, read_name, merged_into) VALUES (8, 'state/sylvania', 'Sylvania', 'country', 'SYL', 'GOV', NULL, NULL, NULL);
INSERT INTO actors (id, key, name, kind, country, sector, sector2, read_name, merged_into) VALUES (9, 'armed/free-riders', 'Free Riders', 'armed_force', 'SYL', 'REB', NULL, NULL, NULL);
INSERT INTO actors (id, key, name, kind, country, sector, sector2, read_name, merged_into) VALUES (10, 'company/blue-danube', 'Blue "Danube" <Oil> & Sons\n', 'company', 'SYL', 'BUS', NULL, NULL, NULL);
INSERT INTO actors (id, key, name, kind, country, sector, sector2, read_name, merged_into) VALUES (11, 'org/zenda-council', 'Council of Zenda', 'organisation', 'IGO', NULL, NULL, NULL, NULL);
INSERT INTO aliases (actor, name, mentions) VALUES (1, 'Ruritania', 2);
INSERT INTO aliases (actor, name, mentions) VALUES (2, 'Freedonia', 2);
INSERT INTO aliases (actor, name, mentions) VALUES (3, 'Hentzau', 1);
INSERT INTO aliases (actor, name, mentions) VALUES (3, 'Rosa Hentzau', 1);
INSERT INTO aliases (actor, name, mentions) VALUES (4, 'Firefly', 1);
INSERT INTO aliases (actor, name, mentions) VALUES (4, 'Rufus Firefly', 1);
INSERT INTO aliases (actor, name, mentions) VALUES (5, 'Strelsau', 1);
INSERT INTO aliases (actor, name, mentions) VALUES (9, 'Free Riders', 1);
INSERT INTO aliases (actor, name, mentions) VALUES (10, 'Blue Danube', 1);
INSERT INTO aliases (actor, name, mentions) VALUES (11, 'Council of Zenda', 1);
INSERT INTO mentions (id, sentence, actor, kind, byte_begin, byte_end, confidence, name, read_actor) VALUES (1, 1, 3, 'name', 10, 22, 0.95, NULL, NULL);
INSERT INTO mentions (id, sentence, actor, kind, byte_begin, byte_end, confidence, name, read_actor) VALUES (2, 1, 4, 'name', 27, 40, 0.95, NULL, NULL);
INSERT INTO mentions (id, sentence, actor, kind, byte_begin, byte_end, confidence, name, read_actor) VALUES (3, 1, 5, 'name', 44, 52, 0.95, NULL, NULL);
INSERT INTO mentions (id, sentence, actor, kind, byte_begin, byte_end, confidence, name, read_actor) VALUES (4, 2, 3, 'name', 64, 71, 0.95, NULL, NULL);
INSERT INTO mentions (id, sentence, actor, kind, byte_begin, byte_end, confidence, name, read_actor) VALUES (5, 2, 4, 'name', 76, 83, 0.95, NULL, NULL);
INSERT INTO mentions (id, sentence, actor, kind, byte_begin, byte_end, confidence, name, read_actor) VALUES (6, 3, 2, 'name', 143, 152, 0.95, NULL, NULL);
INSERT INTO mentions (id, sentence, actor, kind, byte_begin, byte_end, confidence, name, read_actor) VALUES (7, 3, 1, 'name', 172, 181, 0.95, NULL, NULL);
INSERT INTO mentions (id, sentence, actor, kind, byte_begin, byte_end, confidence, name, read_actor) VALUES (8, 4, 9, 'name', 19, 30, 0.95, NULL, NULL);
INSERT INTO mentions (id, sentence, actor, kind, byte_begin, byte_end, confidence, name, read_actor) VALUES (9, 5, 8, 'pronoun', 75, 77, 0.95, NULL, NULL);
INSERT INTO mentions (id, sentence, actor, kind, byte_begin, byte_end, confidence, name, read_actor) VALUES (10, 6, 10, 'name', 136, 147, 0.95, NULL, NULL);
INSERT INTO mentions (id, sentence, actor, kind, byte_begin, byte_end, confidence, name, read_actor) VALUES (11, 6, 1, 'name', 105, 114, 0.95, NULL, NULL);
INSERT INTO mentions (id, sentence, actor, kind, byte_begin, byte_end, confidence, name, read_actor) VALUES (12, 7, 11, 'name', 29, 45, 0.95, NULL, NULL);
INSERT INTO mentions (id, sentence, actor, kind, byte_begin, byte_end, confidence, name, read_actor) VALUES (13, 7, 2, 'name', 0, 9, 0.95, NULL, NULL);
INSERT INTO relations (id, document, subject, object, class, mode, predicate, polarity, modality, attribution, date, symmetric, confidence, read_subject, read_object, read_attribution, fact) VALUES (1, 1, 3, 4, 'CONSULT', 'meet', 'meet', 'affirmed', 'actual', NULL, '2031-05-04', 1, 0.9, NULL, NULL, NULL, 1);
INSERT INTO relations (id, document, subject, object, class, mode, predicate, polarity, modality, attribution, date, symmetric, confidence, read_subject, read_object, read_attribution, fact) VALUES (2, 1, 3, 6, 'HOLDS_POSITION', NULL, 'be', 'affirmed', 'actual', NULL, NULL, 0, 0.9, NULL, NULL, NULL, 1);
INSERT INTO relations (id, document, subject, object, class, mode, predicate, polarity, modality, attribution, date, symmetric, confidence, read_subject, read_object, read_attribution, fact) VALUES (3, 1, 3, 7, 'AGREE', NULL, 'sign', 'affirmed', 'actual', NULL, NULL, 0, 0.9, NULL, NULL, NULL, 1);
INSERT INTO relations (id, document, subject, object, class, mode, predicate, polarity, modality, attribution, date, symmetric, confidence, read_subject, read_object, read_attribution, fact) VALUES (4, 1, 2, 1, 'AID', NULL, 'send grain to', 'affirmed', 'planned-future', NULL, '2031-06', 0, 0.9, NULL, NULL, NULL, 0);
INSERT INTO relations (id, document, subject, object, class, mode, predicate, polarity, modality, attribution, date, symmetric, confidence, read_subject, read_object, read_attribution, fact) VALUES (5, 2, 9, 5, 'ASSAULT', NULL, 'attack', 'affirmed', 'actual', 1, '2031-05-08', 0, 0.9, NULL, NULL, NULL, 1);
INSERT INTO relations (id, document, subject, object, class, mode, predicate, polarity, modality, attribution, date, symmetric, confidence, read_subject, read_object, read_attribution, fact) VALUES (6, 2, 8, 9, 'AID', NULL, 'arm', 'negated', 'actual', 8, NULL, 0, 0.9, NULL, NULL, NULL, 0);
INSERT INTO relations (id, document, subject, object, class, mode, predicate, polarity, modality, attribution, date, symmetric, confidence, read_subject, read_object, read_attribution, fact) VALUES (7, 2, 1, 10, 'SANCTION', NULL, 'impose sanctions on', 'affirmed', 'actual', NULL, NULL, 0, 0.9, NULL, NULL, NULL, 1);
INSERT INTO relations (id, document, subject, object, class, mode, predicate, polarity, modality, attribution, date, symmetric, confidence, read_subject, read_object, read_attribution, fact) VALUES (8, 2, 2, 8, 'REQUEST', NULL, 'urge', 'affirmed', 'actual', NULL, NULL, 0, 0.9, NULL, NULL, NULL, 1);
INSERT INTO relations (id, document, subject, object, class, mode, predicate, polarity, modality, attribution, date, symmetric, confidence, read_subject, read_object, read_attribution, fact) VALUES (9, 2, 8, 9, 'COERCE', NULL, 'stop', 'affirmed', 'demanded', 2, NULL, 0, 0.9, NULL, NULL, NULL, 0);
INSERT INTO relations (id, document, subject, object, class, mode, predicate, polarity, modality, attribution, date, symmetric, confidence, read_subject, read_object, read_attribution, fact) VALUES (10, 3, 2, 11, 'MEMBER_OF', NULL, 'be member of', 'affirmed', 'actual', NULL, NULL, 0, 0.9, NULL, NULL, NULL, 1);
INSERT INTO relations (id, document, subject, object, class, mode, predicate, polarity, modality, attribution, date, symmetric, confidence, read_subject, read_object, read_attribution, fact) VALUES (11, 3, 11, 5, 'LOCATED_IN', NULL, 'have seat in', 'affirmed', 'actual', NULL, NULL, 0, 0.9, NULL, NULL, NULL, 1);
INSERT INTO rules (id, extractor, frame) VALUES (1, 'sample', 'sample frame');
INSERT INTO reasons (id, words) VALUES (1, 'name in the sample');
INSERT INTO evidence (id, relation, sentence, subject_begin, subject_end, predicate_begin, predicate_end, object_begin, object_end, phrase, confidence, rule, subject_reason, object_reason, polarity_reason, modality_reason, date_reason) VALUES (1, 1, 1, 10, 22, 23, 26, 27, 40, 'met', 0.9, 1, 1, 1, NULL, NULL, NULL);
INSERT INTO evidence (id, relation, sentence, subject_begin, subject_end, predicate_begin, predicate_end, object_begin, object_end, phrase, confidence, rule, subject_reason, object_reason, polarity_reason, modality_reason, date_reason) VALUES (2, 1, 2, 64, 71, 118, 123, 76, 83, 'talks', 0.9, 1, 1, 1, NULL, NULL, NULL);
INSERT INTO evidence (id, relation, sentence, subject_begin, subject_end, predicate_begin, predicate_end, object_begin, object_end, phrase, confidence, rule, subject_reason, object_reason, polarity_reason, modality_reason, date_reason) VALUES (3, 2, 1, 10, 22, 0, 9, 0, 9, 'President', 0.9, 1, 1, 1, NULL, NULL, NULL);
INSERT INTO evidence (id, relation, sentence, subject_begin, subject_end, predicate_begin, predicate_end, object_begin, object_end, phrase, confidence, rule, subject_reason, object_reason, polarity_reason, modality_reason, date_reason) VALUES (4, 3, 2, 64, 71, 84, 90, 95, 108, 'signed', 0.9, 1, 1, 1, NULL, NULL, NULL);
INSERT INTO evidence (id, relation, sentence, subject_begin, subject_end, predicate_begin, predicate_end, object_begin, object_end, phrase, confidence, rule, subject_reason, object_reason, polarity_reason, modality_reason, date_reason) VALUES (5, 4, 3, 143, 152, 158, 171, 172, 181, 'send grain to', 0.75, 1, 1, 1, NULL, NULL, NULL);
INSERT INTO evidence (id, relation, sentence, subject_begin, subject_end, predicate_begin, predicate_end, object_begin, object_end, phrase, confidence, rule, subject_reason, object_reason, polarity_reason, modality_reason, date_reason) VALUES (6, 5, 4, 19, 30, 35, 43, 44, 52, 'attacked', 0.9, 1, 1, 1, NULL, NULL, NULL);
INSERT INTO evidence (id, relation, sentence, subject_begin, subject_end, predicate_begin, predicate_end, object_begin, object_end, phrase, confidence, rule, subject_reason, object_reason, polarity_reason, modality_reason, date_reason) VALUES (7, 6, 5, 75, 77, 82, 87, 92, 103, 'armed', 0.9, 1, 1, 1, NULL, NULL, NULL);
INSERT INTO evidence (id, relation, sentence, subject_begin, subject_end, predicate_begin, predicate_end, object_begin, object_end, phrase, confidence, rule, subject_reason, object_reason, polarity_reason, modality_reason, date_reason) VALUES (8, 7, 6, 105, 114, 115, 135, 136, 147, 'imposed sanctions on', 0.9, 1, 1, 1, NULL, NULL, NULL);
INSERT INTO evidence (id, relation, sentence, subject_begin, subject_end, predicate_begin, predicate_end, object_begin, object_end, phrase, confidence, rule, subject_reason, object_reason, polarity_reason, modality_reason, date_reason) VALUES (9, 8, 6, 153, 162, 163, 168, 169, 177, 'urged', 0.9, 1, 1, 1, NULL, NULL, NULL);
INSERT INTO evidence (id, relation, sentence, subject_begin, subject_end, predicate_begin, predicate_end, object_begin, object_end, phrase, confidence, rule, subject_reason, object_reason, polarity_reason, modality_reason, date_reason) VALUES (10, 9, 6, 169, 177, 181, 185, 190, 201, 'stop', 0.6, 1, 1, 1, NULL, NULL, NULL);
INSERT INTO evidence (id, relation, sentence, subject_begin, subject_end, predicate_begin, predicate_end, object_begin, object_end, phrase, confidence, rule, subject_reason, object_reason, polarity_reason, modality_reason, date_reason) VALUES (11, 10, 7, 0, 9, 10, 24, 29, 45, 'is a member of', 0.9, 1, 1, 1, NULL, NULL, NULL);
INSERT INTO evidence (id, relation, sentence, subject_begin, subject_end, predicate_begin, predicate_end, object_begin, object_end, phrase, confidence, rule, subject_reason, object_reason, polarity_reason, modality_reason, date_reason) VALUES (12, 11, 8, 51, 67, 68, 83, 84, 92, 'has its seat in', 0.9, 1, 1, 1, NULL, NULL, NULL);
