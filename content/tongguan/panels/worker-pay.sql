-- R-12.2: the grade is reckoned and said line by line; what holds is the approved entry of pay-grade. Where degrees and certificates count is assumed, as the table says.
with this as (select e.district, e.entry_id, e.data from facts_entry e where e.district = $1 and e.entry_id = $2 and e.replaced_at is null and e.valid_from <= $3::date and (e.valid_to is null or e.valid_to > $3::date)),
     pay as (select p.data from facts_entry p where p.district = $1 and p.register = 'pay-table' and p.replaced_at is null and p.valid_from <= $3::date and (p.valid_to is null or p.valid_to > $3::date)
              and (p.data ->> 'effectiveFrom')::date <= $3::date order by (p.data ->> 'effectiveFrom')::date desc, (p.data ->> 'version')::int desc limit 1),
     w as (select this.data ->> 'post' as post, this.data ->> 'education' as education, (this.data ->> 'grade')::int as grade,
                  coalesce((this.data ->> 'workingSince')::date, (this.data ->> 'joinedOn')::date) as since from this),
     held as (select c.data ->> 'level' as level from facts_entry c where c.district = $1 and c.register = 'certificate' and c.data ->> 'worker' = $2::text and c.replaced_at is null and c.valid_from <= $3::date and (c.valid_to is null or c.valid_to > $3::date)
               order by array_position(array['senior','social-worker','assistant'], c.data ->> 'level') limit 1),
     part as (select w.*, pay.data as pay, held.level,
                     (select (b ->> 'from')::int from jsonb_array_elements(pay.data -> 'bands') b where b ->> 'post' = w.post) as bottom,
                     (select (b ->> 'to')::int from jsonb_array_elements(pay.data -> 'bands') b where b ->> 'post' = w.post) as top,
                     coalesce((select (d ->> 'years')::int from jsonb_array_elements(pay.data -> 'degrees') d where d ->> 'education' = w.education), 0) as degree_years,
                     coalesce((select (k ->> 'steps')::int from jsonb_array_elements(pay.data -> 'certificates') k where k ->> 'level' = held.level), 0) as certificate_steps,
                     coalesce((select (k ->> 'allowance')::numeric from jsonb_array_elements(pay.data -> 'certificates') k where k ->> 'level' = held.level), 0) as allowance,
                     date_part('year', age($3::date, w.since))::int as years, (pay.data ->> 'stepYears')::int as every
                from w cross join pay left join held on true),
     graded as (select p.*, (p.years + p.degree_years) / p.every as steps, least(p.top, p.bottom + (p.years + p.degree_years) / p.every + p.certificate_steps) as computed from part p),
     money as (select g.*, (select (a ->> 'basic')::numeric from jsonb_array_elements(g.pay -> 'amounts') a where (a ->> 'grade')::int = g.computed) as basic,
                      (select (a ->> 'performance')::numeric from jsonb_array_elements(g.pay -> 'amounts') a where (a ->> 'grade')::int = g.computed) as performance from graded g)
select l.what as "项目", l.value as "结果", l.why as "怎么算的"
  from money m, lateral (values
    (1, '薪酬表', m.pay ->> 'name', '施行日期 ' || (m.pay ->> 'effectiveFrom') || case when (m.pay ->> 'assumed')::boolean then '，推定，待核定' else '' end),
    (2, '岗位', (select l.labels from facts_labels l where l.district = $1 and l.register = 'community-worker' and l.field = 'post') ->> (m.post), '第 ' || m.bottom || ' 级到第 ' || m.top || ' 级'),
    (3, '社区工作年限', m.years || ' 年', '从 ' || m.since || ' 到 ' || $3::date || '，不满一年的不算'),
    (4, '学历折算', m.degree_years || ' 年', coalesce((select l.labels from facts_labels l where l.district = $1 and l.register = 'community-worker' and l.field = 'education') ->> (m.education), '没有登记学历')),
    (5, '年限升级', m.steps || ' 级', '（' || m.years || '＋' || m.degree_years || '）年，每 ' || m.every || ' 年一级'),
    (6, '职业资格', m.certificate_steps || ' 级', coalesce((select l.labels from facts_labels l where l.district = $1 and l.register = 'certificate' and l.field = 'level') ->> (m.level), '没有证书')),
    (7, '测算等级', m.computed || ' 级', m.bottom || '＋' || m.steps || '＋' || m.certificate_steps || case when m.computed = m.top then '，到本岗位最高级为止' else '' end),
    (8, '现定等级', coalesce(m.grade || ' 级', '没有核定'), case when m.grade = m.computed then '和测算一致' else '和测算不同：以审批通过的岗位等级核定为准' end),
    (9, '月基本报酬', m.basic || ' 元', '第 ' || m.computed || ' 级'),
    (10, '月绩效基数', m.performance || ' 元', '按考核结果发放'),
    (11, '月职业资格补贴', m.allowance || ' 元', coalesce((select l.labels from facts_labels l where l.district = $1 and l.register = 'certificate' and l.field = 'level') ->> (m.level), '没有证书'))) l (n, what, value, why)
 order by l.n
