-- One database and the role that owns it; nobody else may connect. May be repeated.
-- Variables: database, role. The password comes on standard input, twice.
SELECT format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE', :'role')
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'role') \gexec
\password :role

-- The master user of RDS is no superuser: to give a database to a role it must be a member of it, and one that may
-- become it, which since PostgreSQL 16 whoever makes a role is not by that.
SET client_min_messages = warning;
GRANT :"role" TO CURRENT_USER;
SELECT format('CREATE DATABASE %I OWNER %I', :'database', :'role')
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'database') \gexec
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
