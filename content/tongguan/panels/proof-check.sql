-- R-14.3. The subjects of the list are real; where to go instead is our assumption.
with this as (select e.district, e.entry_id, e.data from facts_entry e where e.district = $1 and e.entry_id = $2 and e.replaced_at is null and e.valid_from <= $3::date and (e.valid_to is null or e.valid_to > $3::date)), p as (select this.data, this.data ->> 'kind' as kind from this)
select case when p.kind = 'other' then '不在二十项之内：查有没有法律、行政法规或者国务院保留的依据，是不是居（村）委会的职责'
            else '居（村）委会不应出具（民发〔2020〕20 号）' end as "核对",
       case p.kind when 'kinship' then '公安派出所、民政或者公证机构' when 'identity' then '公安派出所' when 'household' then '公安派出所' when 'dog' then '公安部门'
            when 'no-crime' then '公安派出所' when 'drug' then '公安部门' when 'missing' then '公安部门或者人民法院' when 'marriage' then '婚姻登记机关'
            when 'birth' then '接生的医疗机构' when 'alive' then '社会保险经办机构（可网上认证）' when 'death' then '医疗机构或者公安派出所' when 'illness' then '医疗机构'
            when 'disability' then '残疾人联合会' when 'fertility' then '卫生健康部门' when 'employment' then '用人单位或者人社部门' when 'file' then '档案保管单位'
            when 'property' then '不动产登记等机构' when 'inheritance' then '公证机构或者人民法院' when 'business-place' then '市场监管部门' when 'lost' then '发证机关' else '' end as "告知去处（推定）",
       case when p.kind <> 'other' and p.data ->> 'status' = 'issued' then '不应出具却已出具，请核对' else '' end as "提醒"
  from p
