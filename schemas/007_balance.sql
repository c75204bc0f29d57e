-- The balance of one actor by its indexes: min() and max() of two names hid from SQLite whose they are.

DROP VIEW conflict_cooperation;

-- Cooperation and conflict between two actors, month by month; the pair in order of names. Facts only.
CREATE VIEW conflict_cooperation AS
SELECT a.name AS actor, b.name AS other, substr(r.date, 1, 7) AS month,
       sum(t.quad = 'verbal cooperation') AS verbal_cooperation,
       sum(t.quad = 'material cooperation') AS material_cooperation,
       sum(t.quad = 'verbal conflict') AS verbal_conflict,
       sum(t.quad = 'material conflict') AS material_conflict
FROM relations AS r
JOIN relation_types AS t ON t.class = r.class
JOIN actors AS a ON a.id = r.subject OR a.id = r.object
JOIN actors AS b ON (b.id = r.subject OR b.id = r.object) AND (a.name, a.id) < (b.name, b.id)
WHERE r.fact AND t.quad <> 'none' AND length(r.date) >= 7
GROUP BY a.name, b.name, substr(r.date, 1, 7);
