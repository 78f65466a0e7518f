/** What a placeholder of another program is called, without case, blanks and signs, and the field that says the same. */
const fields: Readonly<Record<string, readonly string[]>> = {
  'client.firstName': [
    'firstname',
    'fname',
    'givenname',
    'forename',
    'clientfirstname',
    'contactfirstname',
    'customerfirstname',
    'recipientfirstname',
    'subscriberfirstname',
    'userfirstname',
    'vorname',
    'prenom',
    'prénom',
    'nombre',
    'voornaam',
    'förnamn',
    'fornavn',
    'fornamn',
    'imię',
    'имя',
    'first',
  ],
  'client.lastName': [
    'lastname',
    'lname',
    'surname',
    'familyname',
    'clientlastname',
    'contactlastname',
    'customerlastname',
    'recipientlastname',
    'nachname',
    'nomdefamille',
    'apellido',
    'apellidos',
    'cognome',
    'achternaam',
    'efternamn',
    'etternavn',
    'фамилия',
  ],
  'client.email': [
    'email',
    'emailaddress',
    'mail',
    'mailaddress',
    'clientemail',
    'contactemail',
    'recipientemail',
    'useremail',
    'customeremail',
    'recipient',
    'toemail',
    'subscriberemail',
  ],
  'client.company': [
    'company',
    'companyname',
    'organization',
    'organisation',
    'clientcompany',
    'firma',
    'empresa',
  ],
  'client.phone': ['phone', 'phonenumber', 'telephone', 'mobile', 'telefon'],
  'brand.name': [
    'brandname',
    'studioname',
    'businessname',
    'sendername',
    'fromname',
    'yourcompany',
    'yourcompanyname',
    'yourbusiness',
  ],
  'booking.title': [
    'bookingtitle',
    'eventname',
    'sessionname',
    'shootname',
    'eventtitle',
    'bookingname',
    'appointmentname',
  ],
  'booking.startsAt': [
    'bookingdate',
    'eventdate',
    'sessiondate',
    'weddingdate',
    'shootdate',
    'appointmentdate',
    'date',
    'datum',
    'fecha',
    'eventtime',
    'appointmenttime',
    'sessiontime',
    'time',
  ],
  'booking.location': ['location', 'venue', 'eventlocation', 'sessionlocation'],
  'invoice.number': ['invoicenumber', 'invoiceno', 'rechnungsnummer'],
  'invoice.total': [
    'total',
    'amount',
    'invoicetotal',
    'invoiceamount',
    'amountdue',
    'price',
    'balance',
    'balancedue',
  ],
  'invoice.dueOn': ['duedate', 'invoiceduedate', 'paymentduedate'],
};
/** Names of people, of which no field is the whole. */
const people = [
  'name',
  'fullname',
  'clientname',
  'customername',
  'contactname',
  'recipientname',
  'username',
  'yourname',
  'guestname',
  'displayname',
  'subscribername',
  'membername',
  'couplename',
  'bridename',
  'groomname',
  'partnername',
  'kundenname',
  'clientsname',
  'customersname',
  'nom',
  'nome',
  'naam',
  'namn',
  'navn',
  'unsubscribe',
  'unsub',
  'unsubscribelink',
  'unsubscribeurl',
  'contact',
  'client',
  'customer',
];
/** Words that stand in brackets for other reasons too. */
const common = new Set([
  'date',
  'time',
  'datum',
  'fecha',
  'mail',
  'email',
  'phone',
  'company',
  'location',
  'venue',
  'total',
  'amount',
  'price',
  'balance',
  'contact',
  'client',
  'customer',
  'recipient',
  'mobile',
  'first',
  'nombre',
  'nom',
  'nome',
  'unsubscribe',
  'organization',
  'organisation',
  'firma',
  'empresa',
  'telephone',
  'telefon',
  'mailaddress',
  'unsub',
  'emailaddress',
  'phonenumber',
]);

const known = new Map<string, string>([
  ...people.map((name) => [name, 'client.firstName'] as const),
  ...Object.entries(fields).flatMap(([field, names]) => names.map((name) => [name, field] as const)),
]);

const wordOf = (name: string): string =>
  name
    .slice(name.lastIndexOf('.') + 1)
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
const wholeOf = (name: string): string => name.toLowerCase().replace(/[^\p{L}]/gu, '');

/** The field that a placeholder's name means, as far as it is known. */
export const fieldMeant = (name: string): string | undefined =>
  known.get(wholeOf(name)) ?? known.get(wordOf(name));
/** Nobody writes this in brackets for another reason. */
export const isPlaceholderName = (name: string): boolean =>
  known.has(wholeOf(name)) && !common.has(wholeOf(name));
export const mayBePlaceholder = (name: string): boolean => known.has(wholeOf(name));

/** Records and people of any such program: what stands after a dot of theirs is a field. */
const roots =
  /^(?:client|contact|customer|user|subscriber|recipient|person|lead|member|guest|booking|event|appointment|session|order|invoice|project|inquiry|payment|brand|studio|company|account|sender|owner|staff|vendor|task|message|profile|attendee|deal|merge|customer_?data|data|record|item|params|vars?)$/i;
export const isFieldPath = (name: string): boolean => {
  const [root, ...rest] = name.split('.');
  return rest.length > 0 && roots.test(root!);
};
