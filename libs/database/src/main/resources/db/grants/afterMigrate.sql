-- After each migration: the role as which the service logs in may read and write rows of the tables which the role that migrates has, and
-- nothing else. Where a migration says itself what that role may do with a table, it stays as it says. Nothing to do where one role
-- does both.
do $$
declare
    thing record;
begin
    if '${runtime-role}' in ('', current_user) then
        return;
    end if;

    for thing in
        select oid::regclass as name, relkind
          from pg_class
         where relnamespace = current_schema()::regnamespace and relowner = current_user::regrole
           and relkind in ('r', 'p', 'v', 'S') and not relispartition
           and not exists (select from aclexplode(relacl) where grantee = to_regrole('${runtime-role}'))
    loop
        if thing.relkind = 'S' then
            execute format('grant usage, select on sequence %s to %I', thing.name, '${runtime-role}');
        elsif thing.name = to_regclass('flyway_schema_history') then
            execute format('grant select on %s to %I', thing.name, '${runtime-role}');
        else
            execute format('grant select, insert, update, delete on %s to %I', thing.name, '${runtime-role}');
        end if;
    end loop;

    execute format('grant usage on schema %I to %I', current_schema(), '${runtime-role}');

    -- A pooler hands no such setting on, so the database has it.
    if pg_get_userbyid((select datdba from pg_database where datname = current_database())) = current_user then
        execute format('alter database %I set statement_timeout = ''30s''', current_database());
    end if;
end
$$;
