import type { Language, Wording } from '../language.ts'

const neutral: Wording = {
  title: 'Šo fotoattēlu nevarējām pieņemt',
  explanation: 'Ar saņemto fotoattēlu pārbaudi nevarējām pabeigt.',
  advice: 'Nofotografējiet oriģinālu no jauna ar kameru un nosūtiet attēlu bez labojumiem.',
}

const generic: Wording = {
  title: 'Pārbaudi neizdevās pabeigt',
  explanation: 'Ar saņemto informāciju nevarējām apstiprināt jūsu identitāti.',
  advice: 'Ja jums ir jautājumi, atbildiet uz šo vēstuli un norādiet atsauces numuru.',
}

export const latvian: Language = {
  code: 'lv',
  name: 'Latviešu',
  captureKinds: {
    id_front: 'ID karte, priekšpuse',
    id_back: 'ID karte, aizmugure',
    passport_page: 'Pase, lapa ar jūsu fotoattēlu',
    selfie: 'Jūsu sejas fotoattēls',
  },
  documentTypes: { passport: 'pase', id_card: 'ID karte' },
  wordings: {
    file_type_unsupported: {
      title: 'Šāda veida failu nevaram atvērt',
      explanation: 'Pārbaudīt varam tikai fotoattēlus lapā norādītajos formātos.',
      advice: 'Nofotografējiet ar tālruņa kameru un nosūtiet attēlu, kāds tas ir, JPG vai PNG formātā.',
    },
    file_pdf_not_accepted: {
      title: 'PDF failu nevaram pieņemt',
      explanation: 'Mums vajadzīgs fotoattēls, nevis skenējums vai PDF.',
      advice: 'Uzņemiet fotoattēlu ar kameru un nosūtiet to tādu, kāds tas ir.',
    },
    file_too_large: {
      title: 'Fails ir pārāk liels',
      explanation: 'Fotoattēls ir lielāks, nekā varam pieņemt.',
      advice: 'Izmantojiet kameras parasto, nevis augstāko kvalitāti.',
    },
    file_too_small: {
      title: 'Fails ir pārāk mazs',
      explanation: 'Tik mazi attēli parasti ir samazināti un zaudējuši sīkās detaļas.',
      advice: 'Nosūtiet oriģinālo attēlu no kameras, nevis kopiju no ziņapmaiņas lietotnes.',
    },
    file_corrupt_or_locked: {
      title: 'Fails ir bojāts vai aizslēgts',
      explanation: 'Failu nevarēja pilnībā atvērt.',
      advice: 'Nofotografējiet no jauna vai saglabājiet failu bez paroles.',
    },
    connection_interrupted: {
      title: 'Augšupielāde pārtrūka',
      explanation: 'Fotoattēls mūs nesasniedza pilnībā.',
      advice: 'Izmantojiet stabilu savienojumu, vislabāk Wi-Fi, un nosūtiet vēlreiz.',
    },
    camera_denied: {
      title: 'Kamera netika atļauta',
      explanation: 'Pārlūkprogramma neļāva lapai izmantot kameru.',
      advice: 'Atļaujiet kameru pārlūkprogrammas iestatījumos vai izvēlieties jau uzņemtu fotoattēlu.',
    },
    camera_unavailable: {
      title: 'Kamera nedarbojās',
      explanation: 'Šajā ierīcē kameru neizdevās ieslēgt.',
      advice: 'Atveriet saiti tālrunī vai aizveriet citas programmas, kas izmanto kameru.',
    },
    doc_not_found: {
      title: 'Dokumentu neredzējām',
      explanation: 'Fotoattēlā dokumentu neizdevās atrast.',
      advice: 'Nolieciet dokumentu uz vienkrāsainas, citas krāsas virsmas attēla vidū.',
    },
    doc_wrong_side: {
      title: 'Šī ir otra puse',
      explanation: 'Fotoattēlā ir cita dokumenta puse, nekā vajadzīga.',
      advice: 'Apgrieziet dokumentu un nofotografējiet prasīto pusi.',
    },
    doc_wrong_page: {
      title: 'Šī ir cita lapa',
      explanation: 'Mums vajadzīga pases lapa ar jūsu fotoattēlu.',
      advice: 'Atveriet pasi lapā ar fotoattēlu un nofotografējiet visu lapu.',
    },
    doc_side_missing: {
      title: 'Trūkst vienas puses',
      explanation: 'Mums vajadzīgas abas dokumenta puses.',
      advice: 'Nofotografējiet arī trūkstošo pusi.',
    },
    doc_same_side_twice: {
      title: 'Viena un tā pati puse divreiz',
      explanation: 'Abos fotoattēlos ir viena un tā pati dokumenta puse.',
      advice: 'Otrajam fotoattēlam dokumentu apgrieziet.',
    },
    doc_cut_off: {
      title: 'Daļa dokumenta ir nogriezta',
      explanation: 'Fotoattēlā jābūt visiem četriem stūriem.',
      advice: 'Mazliet atvirziet tālruni, lai visapkārt paliktu mala, un neļaujiet tālrunim attēlu apgriezt.',
    },
    doc_covered: {
      title: 'Daļa dokumenta ir aizsegta',
      explanation: 'Dokumentu kaut kas aizsedz, piemēram, pirksts, vāciņš vai līmlente.',
      advice: 'Izņemiet dokumentu no vāciņa, nolieciet to un neturiet pirkstus uz tā.',
    },
    doc_multiple_in_image: {
      title: 'Attēlā ir vairāki dokumenti',
      explanation: 'Fotoattēlā redzami vairāki dokumenti.',
      advice: 'Fotografējiet katru dokumentu atsevišķi.',
    },
    image_blurry: {
      title: 'Fotoattēls ir neskaidrs',
      explanation: 'Tas, kas mums jāredz, nav pietiekami ass un skaidrs.',
      advice:
        'Noslaukiet objektīvu, atbalstiet tālruni vai elkoņus, pieskarieties dokumentam vai sejai ekrānā, lai fokusētu, un nelietojiet tālummaiņu.',
    },
    image_glare: {
      title: 'Dokumentā atspīd gaisma',
      explanation: 'Atzīmētā vieta spīd tik spilgti, ka zem tās nekas nav redzams.',
      advice:
        'Izslēdziet zibspuldzi, pavirzieties prom no lampas vai loga un nedaudz sasveriet dokumentu, līdz atspīdums pazūd.',
    },
    image_too_dark: {
      title: 'Fotoattēls ir pārāk tumšs',
      explanation: 'Lai saskatītu detaļas, nepietika gaismas.',
      advice: 'Fotografējiet dienas gaismā pie loga, ar seju pret gaismu.',
    },
    image_too_bright: {
      title: 'Fotoattēls ir pārāk gaišs',
      explanation: 'Lielas daļas ir tik gaišas, ka detaļas nav redzamas.',
      advice:
        'Izvairieties no tiešas saules, izslēdziet zibspuldzi un pirms fotografēšanas pieskarieties dokumentam vai sejai ekrānā.',
    },
    image_backlit: {
      title: 'Gaisma nāk no aizmugures',
      explanation: 'Gaišā fona dēļ vajadzīgais paliek tumsā.',
      advice: 'Pagriezieties tā, lai logs vai lampa būtu jums priekšā, nevis aizmugurē.',
    },
    image_shadow: {
      title: 'Attēlā ir ēna',
      explanation: 'Ēna vai nevienmērīga gaisma aizsedz daļu attēla.',
      advice: 'Izmantojiet vienmērīgu gaismu un raugieties, lai ne jūs, ne tālrunis nemestu ēnu.',
    },
    image_low_resolution: {
      title: 'Fotoattēlā ir par maz detaļu',
      explanation: 'Dokuments vai seja attēlā ir pārāk maza, vai arī attēls ir palielināts.',
      advice:
        'Pieejiet tuvāk, līdz dokuments vai seja gandrīz aizpilda attēlu, dokumentus fotografējiet ar aizmugurējo kameru un nelietojiet tālummaiņu.',
    },
    image_black_and_white: {
      title: 'Fotoattēls ir melnbalts',
      explanation: 'Mums vajadzīgs krāsains fotoattēls.',
      advice: 'Izslēdziet melnbalto režīmu. Nofotografējiet pašu dokumentu vai sevi, nevis kopiju.',
    },
    image_filter_or_beauty: {
      title: 'Izmantots filtrs',
      explanation: 'Filtri un skaistuma režīmi maina jūsu izskatu.',
      advice: 'Izmantojiet parasto kameras lietotni ar izslēgtiem filtriem.',
    },
    doc_data_unreadable: {
      title: 'Tekstu nevar izlasīt',
      explanation: 'Dokumentā jābūt salasāmam vārdam, numuram un datumiem.',
      advice: 'Fotografējiet tuvāk un asāk, lai jūs paši varētu izlasīt katru rindu.',
    },
    doc_damaged: {
      title: 'Dokuments ir bojāts',
      explanation: 'Bojātu dokumentu nevaram pieņemt.',
      advice: 'Izmantojiet citu derīgu dokumentu vai nomainiet šo.',
    },
    doc_unsigned: {
      title: 'Trūkst paraksta',
      explanation: 'Jūsu dokumentā paredzētā paraksta vieta ir tukša.',
      advice: 'Parakstiet dokumentu, ja jūsu valstī to prasa, un nofotografējiet vēlreiz.',
    },
    doc_portrait_missing: {
      title: 'Dokumentā nav jūsu fotoattēla',
      explanation: 'Mums vajadzīgs dokuments ar jūsu fotoattēlu.',
      advice: 'Izmantojiet dokumentu ar fotoattēlu un raugieties, lai tas būtu redzams.',
    },
    doc_expired: {
      title: 'Dokumenta termiņš ir beidzies',
      explanation: 'Varam pieņemt tikai derīgu dokumentu.',
      advice: 'Izmantojiet citu dokumentu, kuram termiņš nav beidzies.',
    },
    doc_expires_soon: {
      title: 'Dokumenta termiņš drīz beigsies',
      explanation: 'Dokuments vēl ir derīgs, bet ne tik ilgi, cik mums nepieciešams.',
      advice: 'Izmantojiet citu dokumentu, kas ir derīgs ilgāk, vai nomainiet šo pret jaunu.',
    },
    doc_type_mismatch: {
      title: 'Šis nav izvēlētais dokuments',
      explanation: 'Fotoattēlā ir cita veida dokuments, nekā iepriekš izvēlēts.',
      advice: 'Nofotografējiet izvēlētā veida dokumentu.',
    },
    doc_type_unsupported: {
      title: 'Šāda veida dokumentu nepieņemam',
      explanation: 'Pieņemam pases un ID kartes.',
      advice: 'Izmantojiet pasi vai ID karti.',
    },
    data_mismatch_profile: {
      title: 'Dati nesakrīt ar jūsu profilu',
      explanation: 'Dokumentā norādītais atšķiras no jūsu sniegtajām ziņām.',
      advice: 'Pārbaudiet profilā vārdu un dzimšanas datumu, izlabojiet tos un nosūtiet fotoattēlu vēlreiz.',
    },
    mrz_barcode_invalid: {
      title: 'Mašīnlasāmās rindas nevar izlasīt',
      explanation: 'Rindas ar burtiem un zīmēm “<” vai svītrkodu neizdevās pareizi nolasīt.',
      advice: 'Nofotografējiet šo joslu vēlreiz: līdzeni, asi un bez atspīduma.',
    },
    language_unsupported: {
      title: 'Šo rakstību nevaram nolasīt',
      explanation: 'Dokuments ir rakstībā, kuru neatbalstām.',
      advice: 'Nosūtiet dokumentu, kurā dati norādīti arī ar latīņu burtiem.',
    },
    country_unsupported: {
      title: 'Jūsu valsts netiek atbalstīta',
      explanation: 'Šīs valsts dokumentiem pakalpojums pašlaik nav pieejams.',
      advice: 'Jums nekas nav jādara; jauns fotoattēls to nemainītu.',
    },
    age_below_minimum: {
      title: 'Nav sasniegts minimālais vecums',
      explanation: 'Pakalpojums pieejams cilvēkiem, kas sasnieguši minimālo vecumu.',
      advice: 'Jums nekas nav jādara; jauns fotoattēls to nemainītu.',
    },
    capture_screenshot: {
      title: 'Šis ir ekrānuzņēmums',
      explanation: 'Mums vajadzīgs ar kameru uzņemts fotoattēls.',
      advice: 'Nofotografējiet ar kameru pašu dokumentu vai sevi.',
    },
    capture_photo_of_screen: {
      title: 'Šis ir ekrāna fotoattēls',
      explanation: 'Mums vajadzīgs paša dokumenta vai jūsu, nevis ekrāna fotoattēls.',
      advice: 'Nofotografējiet ar kameru pašu dokumentu vai sevi.',
    },
    capture_printed_copy: {
      title: 'Šī ir kopija',
      explanation: 'Mums vajadzīgs oriģināla, nevis izdrukas fotoattēls.',
      advice: 'Nofotografējiet dokumenta oriģinālu ar kameru.',
    },
    capture_digital_document: {
      title: 'Šis ir skenējums vai digitāls dokuments',
      explanation: 'Mums vajadzīgs paša dokumenta fotoattēls.',
      advice: 'Nofotografējiet pašu dokumentu ar kameru.',
    },
    doc_watermark_overlay: {
      title: 'Fotoattēlam kaut kas pievienots',
      explanation: 'Uz dokumenta ir zīmogs, ūdenszīme vai teksts.',
      advice: 'Nosūtiet fotoattēlu, kuram nekas nav pievienots.',
    },
    image_edited: neutral,
    doc_sample_or_template: generic,
    doc_fake: generic,
    selfie_missing: {
      title: 'Trūkst jūsu sejas fotoattēla',
      explanation: 'Mums vajadzīgs jūsu sejas fotoattēls, lai to salīdzinātu ar dokumentu.',
      advice: 'Nofotografējiet savu seju, skatoties tieši kamerā.',
    },
    selfie_no_face: {
      title: 'Seju neredzējām',
      explanation: 'Fotoattēlā seju neizdevās atrast, vai redzama tikai tās daļa.',
      advice: 'Turiet tālruni acu augstumā tā, lai visa seja būtu attēla vidū.',
    },
    face_glasses: {
      title: 'Lūdzu, noņemiet brilles',
      explanation: 'Brilles aizsedz daļu sejas vai atstaro gaismu.',
      advice: 'Fotografējoties noņemiet brilles.',
    },
    face_covered: {
      title: 'Seja ir daļēji aizsegta',
      explanation: 'Mums jāredz visa jūsu seja.',
      advice: 'Noņemiet cepuri, saulesbrilles, šalli vai masku. Reliģisks galvassegs var palikt, ja seja ir redzama.',
    },
    face_pose_expression: {
      title: 'Lūdzu, skatieties tieši kamerā',
      explanation: 'Mums vajadzīga neitrāla seja ar atvērtām acīm.',
      advice: 'Skatieties taisni, turot kameru acu augstumā; acis atvērtas, mute aizvērta.',
    },
    selfie_multiple_people: {
      title: 'Attēlā ir vairāki cilvēki',
      explanation: 'Fotoattēlā drīkstat būt tikai jūs.',
      advice: 'Fotografējieties vienatnē un raugieties, lai fonā nebūtu cilvēku attēlu.',
    },
    face_mismatch: {
      title: 'Fotoattēlus nevarējām salīdzināt',
      explanation: 'Jūsu seju nevarējām salīdzināt ar dokumentu.',
      advice: 'Uzņemiet abus fotoattēlus vēlreiz labā, vienmērīgā gaismā.',
    },
    liveness_failed: {
      title: 'Sejas fotoattēlu nevarējām pieņemt',
      explanation: 'Fotoattēlu nevarējām apstiprināt.',
      advice: 'Uzņemiet jaunu savu fotoattēlu ar kameru vienmērīgā gaismā.',
    },
    selfie_is_document: {
      title: 'Mums vajadzīgs jūsu fotoattēls',
      explanation: 'Sejas fotoattēla vietā ir dokuments.',
      advice: 'Ieslēdziet priekšējo kameru un nofotografējiet savu seju.',
    },
    selfie_manipulated: neutral,
    duplicate_image: neutral,
    duplicate_person: generic,
    duplicate_document: generic,
    on_blocklist: generic,
    third_party_involved: generic,
    suspicious_behaviour: generic,
    retry_limit_exceeded: {
      title: 'Mēs jums palīdzēsim',
      explanation: 'Vairāki fotoattēli neizdevās.',
      advice: 'Atbildiet uz šo vēstuli un norādiet atsauces numuru: jums palīdzēs cilvēks.',
    },
    other_needs_human: generic,
  },
  message: {
    greeting: 'Labdien!',
    closing: 'Ja jums ir jautājumi, atbildiet uz šo vēstuli un norādiet atsauces numuru {{reference}}.',
    adviceLead: 'Ko darīt:',
    correction: 'Mēs vēlreiz izskatījām jūsu lietu. Šī vēstule aizstāj to, ko jums nosūtījām iepriekš.',
    approved: {
      subject: 'Jūsu identitāte ir apstiprināta ({{reference}})',
      intro: 'Jūsu identitāte ir apstiprināta. Jums vairs nekas nav jādara.',
    },
    rejected: {
      subject: 'Jūsu identitāti nevarējām apstiprināt ({{reference}})',
      intro: 'Mēs izskatījām jūsu nosūtītos fotoattēlus un nevarējām apstiprināt jūsu identitāti.',
    },
    resubmission_requested: {
      subject: 'Mums vajadzīgs jauns fotoattēls ({{reference}})',
      intro: 'Paldies par fotoattēliem. Vajadzīgs vēl viens solis: lūdzu, nofotografējiet no jauna šo.',
      link: 'Apskatiet savā attēlā, kas nebija kārtībā, un nosūtiet jaunu fotoattēlu šeit:',
    },
  },
  progress: {
    waiting: 'Mēs esam saņēmuši jūsu fotoattēlus un tos pārbaudām. Pašlaik jums nekas nav jādara.',
    inReview: 'Kolēģis pašlaik aplūko jūsu fotoattēlus. Pašlaik jums nekas nav jādara.',
    approved: 'Jūsu identitāte ir apstiprināta. Jums vairs nekas nav jādara.',
    rejected: 'Ar jūsu nosūtītajiem fotoattēliem nevarējām apstiprināt jūsu identitāti.',
    resubmission: 'Mums vajadzīgs jauns fotoattēls. Nosūtījām jums ziņu ar saiti, kur to nosūtīt.',
    sentAgain: 'Mēs esam saņēmuši jūsu jaunos fotoattēlus un tos pārbaudām.',
  },
  page: {
    title: 'Nosūtiet jaunu fotoattēlu',
    intro: 'Mēs nevarējām izmantot visu, ko nosūtījāt. Lūk, kas jādara citādi.',
    problem: 'Kas nebija kārtībā',
    todo: 'Ko darīt',
    takePhoto: 'Uzņemt fotoattēlu',
    changePhoto: 'Uzņemt citu',
    send: 'Nosūtīt',
    sending: 'Sūta…',
    ready: 'Gatavs sūtīšanai',
    missing: 'Lūdzu, pievienojiet visus prasītos fotoattēlus.',
    sent: 'Paldies, fotoattēli ir saņemti',
    sentDetail: 'Mēs tos pārbaudīsim un jums rakstīsim. Šo lapu varat aizvērt.',
    expired: 'Šī saite vairs nav derīga',
    expiredDetail: 'Palūdziet mums jaunu saiti un norādiet atsauces numuru.',
    alreadySent: 'Jūsu fotoattēli jau ir saņemti',
    alreadySentDetail: 'Mēs tos pārbaudām un jums rakstīsim. Te vairs nekas nav jādara.',
    kept: 'Šie fotoattēli bija labi un paliek:',
    reference: 'Atsauces numurs',
    help: 'Jautājumi? Atbildiet uz mūsu ziņu un norādiet šo numuru.',
    failed: 'Neizdevās. Pārbaudiet savienojumu un mēģiniet vēlreiz: nekas nav zudis.',
    marked: 'Jūsu fotoattēls ar atzīmētu problēmu',
    language: 'Valoda',
    unknown: 'Šī saite nedarbojas',
    unknownDetail: 'Atveriet visu saiti no mūsu ziņas vai palūdziet mums jaunu.',
    choosePhoto: 'Izvēlēties esošu fotoattēlu',
    chosen: 'Jūsu jaunais fotoattēls',
    looking: 'Aplūkojam jūsu fotoattēlu…',
    looksGood: 'Izskatās labi',
    mayRetake: 'Varat uzņemt citu vai nosūtīt šo tādu, kāds tas ir.',
    wrongType: 'Šo failu te nevar izmantot. Lūdzu, izvēlieties {{types}}.',
    tooLarge: 'Šis fotoattēls ir {{size}}; mēs varam pieņemt līdz {{limit}}. Izmantojiet kameras parasto kvalitāti.',
    notTaken: 'Vienu no fotoattēliem nevarējām pieņemt. Lūdzu, izlasiet, kas rakstīts zem tā, un izvēlieties citu.',
    retrying: 'Savienojums pārtrūka. Mēģinām vēlreiz pēc {{seconds}} s; nekas nav zudis, lūdzu, neaizveriet šo lapu.',
    noConnection: 'Nav interneta savienojuma. Turpināsim paši, kad tas atjaunosies; lūdzu, neaizveriet šo lapu.',
    tryAgain: 'Mēģināt vēlreiz',
    loading: 'Ielādē…',
    trouble: 'Mūsu pusē radās kļūme',
    close: 'Aizvērt',
    startingCamera: 'Ieslēdzam kameru. Ja pārlūkprogramma jautā, lūdzu, atļaujiet to.',
    fitDocument: 'Ietilpiniet rāmī visu dokumentu',
    fitFace: 'Skatieties taisni un turiet seju ovālā',
    switchCamera: 'Mainīt kameru',
    cameraApp: 'Izmantot kameras lietotni',
    cameraOff:
      'Kameru šai pārlūkprogrammai liedz ierīces iestatījumi. Atrodiet tajos kameru sadaļā par privātumu un atļaujiet to.',
  },
  allowCamera: {
    in_app:
      'Šī lapa atvērta citā lietotnē, kurai kameras var nebūt. Atveriet to pārlūkprogrammā: izvēlieties to izvēlnē vai nokopējiet saiti no mūsu ziņas.',
    samsung_internet:
      'Pārlūkprogrammas izvēlnē atveriet Iestatījumi, Vietnes un lejupielādes, Vietņu atļaujas, Kamera un atļaujiet šo lapu.',
    firefox_android:
      'Pieskarieties slēdzenei blakus adresei un atļaujiet kameru. Ja tās tur nav, atveriet tālruņa iestatījumus: Lietotnes, Firefox, Atļaujas, Kamera.',
    chrome_android: 'Pieskarieties ikonai pa kreisi no adreses, tad izvēlieties Atļaujas un ieslēdziet kameru.',
    ios_browser:
      'Atveriet ierīces iestatījumus (Settings), tad Apps un šo pārlūkprogrammu, ieslēdziet kameru (Camera) un atgriezieties šeit.',
    safari_ios:
      'Pieskarieties ikonai blakus adresei, tad “Website Settings” (jaunākās ierīcēs aiz trim punktiem) un pie Camera izvēlieties “Allow”.',
    firefox: 'Noklikšķiniet uz pārsvītrotās kameras pa kreisi no adreses un noņemiet liegumu.',
    chrome: 'Noklikšķiniet uz ikonas pa kreisi no adreses un ieslēdziet kameru.',
    safari:
      'Izvēlnē Safari atveriet “Settings for This Website…” un pie Camera izvēlieties “Allow”; iPad ierīcē pieskarieties ikonai blakus adresei, tad “Website Settings”.',
  },
}
