/** What a studio's provider does: a sign-in before anything else, no address of somebody else, no mail to strangers lost. All files are in its folder. */
export const eximConfig = (folder: string, port: number): string => `
primary_hostname = mail.studio.test
spool_directory = ${folder}/spool
log_file_path = ${folder}/log/%slog
pid_file_path = ${folder}/exim.pid
local_interfaces = 127.0.0.1
daemon_smtp_ports = ${port}
keep_environment = LD_LIBRARY_PATH : LD_PRELOAD : NSS_WRAPPER_PASSWD : NSS_WRAPPER_GROUP
tls_certificate = ${folder}/server.crt
tls_privatekey = ${folder}/server.key
tls_advertise_hosts = *
auth_advertise_hosts = \${if def:tls_in_cipher {*}}
smtputf8_advertise_hosts = *
host_lookup =
rfc1413_query_timeout = 0s
deliver_drop_privilege
acl_smtp_rcpt = rcpt
acl_smtp_data = accept

begin acl
rcpt:
  deny !authenticated = *
       message = Relay access denied
  deny condition = \${if !eq {\${lookup{$sender_address}lsearch{${folder}/owners}}}{$authenticated_id}}
       message = 5.7.1 <$sender_address>: Sender address rejected: not owned by user $authenticated_id
  accept

begin routers
all:
  driver = accept
  transport = kept

begin transports
kept:
  driver = appendfile
  directory = ${folder}/mail
  maildir_format
  create_directory
  user = Debian-exim

begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = \${if eq {\${lookup{$auth2}lsearch{${folder}/passwords}{$value}{*}}}{$auth3}}
  server_set_id = $auth2
`;
