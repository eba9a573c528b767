import type { Language, Wording } from '../language.ts'

const neutral: Wording = {
  title: 'We could not accept this photo',
  explanation: 'We could not complete the check with the photo we received.',
  advice: 'Take a new, unedited photo of the original with your camera and send it as it is.',
}

const generic: Wording = {
  title: 'We could not complete the verification',
  explanation: 'We were not able to verify your identity with what we received.',
  advice: 'If you have questions, answer this message and name your reference.',
}

export const english: Language = {
  code: 'en',
  name: 'English',
  captureKinds: {
    id_front: 'ID card, front',
    id_back: 'ID card, back',
    passport_page: 'Passport, page with your photo',
    selfie: 'Photo of your face',
  },
  documentTypes: { passport: 'passport', id_card: 'ID card' },
  wordings: {
    file_type_unsupported: {
      title: 'We cannot open this kind of file',
      explanation: 'Only photos in the formats named on the page can be checked.',
      advice: 'Take the photo with your phone’s camera and send it as it is, as JPG or PNG.',
    },
    file_pdf_not_accepted: {
      title: 'A PDF cannot be accepted',
      explanation: 'We need a photo, not a scan or a PDF.',
      advice: 'Take a photo with your camera and send it as it is.',
    },
    file_too_large: {
      title: 'The file is too large',
      explanation: 'The photo is larger than we can take.',
      advice: 'Use your camera’s normal quality instead of the highest one.',
    },
    file_too_small: {
      title: 'The file is too small',
      explanation: 'Photos this small have usually been shrunk on the way and have lost detail.',
      advice: 'Send the original photo from your camera, not a copy out of a messenger.',
    },
    file_corrupt_or_locked: {
      title: 'The file is damaged or locked',
      explanation: 'The file could not be opened completely.',
      advice: 'Take a new photo, or save the file again without a password.',
    },
    connection_interrupted: {
      title: 'The upload was interrupted',
      explanation: 'The photo did not reach us completely.',
      advice: 'Move to a stable connection, Wi-Fi if possible, and send it again.',
    },
    camera_denied: {
      title: 'The camera was not allowed',
      explanation: 'Your browser did not let the page use the camera.',
      advice: 'Allow the camera in your browser’s settings, or choose a photo you have taken before.',
    },
    camera_unavailable: {
      title: 'The camera did not work',
      explanation: 'No camera could be started on this device.',
      advice: 'Open the link on your phone, or close other programs that use the camera.',
    },
    doc_not_found: {
      title: 'We could not see a document',
      explanation: 'No document could be found in the photo.',
      advice: 'Lay the document flat on a plain surface of another colour and put it in the middle of the picture.',
    },
    doc_wrong_side: {
      title: 'This is the other side',
      explanation: 'The photo shows a different side of the document than we need.',
      advice: 'Turn the document over and photograph the side we ask for.',
    },
    doc_wrong_page: {
      title: 'This is another page',
      explanation: 'We need the page of your passport that carries your photo.',
      advice: 'Open the passport at the page with your photo and photograph that whole page.',
    },
    doc_side_missing: {
      title: 'One side is missing',
      explanation: 'We need both sides of the document.',
      advice: 'Photograph the side that is missing as well.',
    },
    doc_same_side_twice: {
      title: 'The same side came twice',
      explanation: 'Both photos show the same side of the document.',
      advice: 'Turn the document over for the second photo.',
    },
    doc_cut_off: {
      title: 'Part of the document is cut off',
      explanation: 'All four corners must be in the photo.',
      advice: 'Move back a little so that there is a margin on all sides, and don’t let the phone crop the photo.',
    },
    doc_covered: {
      title: 'Part of the document is covered',
      explanation: 'Something lies over the document, such as a finger, a sleeve or tape.',
      advice: 'Take the document out of its sleeve, lay it down, and keep your fingers off it.',
    },
    doc_multiple_in_image: {
      title: 'There is more than one document',
      explanation: 'The photo shows several documents.',
      advice: 'Photograph one document at a time.',
    },
    image_blurry: {
      title: 'The photo is blurred',
      explanation: 'What we need to see is not sharp and clear enough.',
      advice:
        'Wipe the lens, rest the phone or your elbows on something, tap the document or your face on the screen to focus, and don’t zoom.',
    },
    image_glare: {
      title: 'Light is reflected on the document',
      explanation: 'The marked spot shines so brightly that what is under it cannot be seen.',
      advice:
        'Turn the flash off, move away from the lamp or window, and tilt the document slightly until the shine is gone.',
    },
    image_too_dark: {
      title: 'The photo is too dark',
      explanation: 'There was not enough light to see the details.',
      advice: 'Take the photo in daylight, near a window, with the light in front of you.',
    },
    image_too_bright: {
      title: 'The photo is too bright',
      explanation: 'Large parts are so bright that details are lost.',
      advice:
        'Move out of direct sun, turn the flash off, and tap the document or your face on the screen before you take the photo.',
    },
    image_backlit: {
      title: 'The light comes from behind',
      explanation: 'A bright background leaves what we need to see in the dark.',
      advice: 'Turn around so that the window or lamp is in front of you, not behind.',
    },
    image_shadow: {
      title: 'There is a shadow',
      explanation: 'A shadow or uneven light hides part of the picture.',
      advice: 'Use even light and make sure that neither you nor the phone throws a shadow.',
    },
    image_low_resolution: {
      title: 'The photo has too little detail',
      explanation: 'The document or face is too small in the picture, or the picture was enlarged.',
      advice:
        'Go closer until the document or your face nearly fills the picture, use the rear camera for documents, and don’t zoom.',
    },
    image_black_and_white: {
      title: 'The photo is black and white',
      explanation: 'We need a photo in colour.',
      advice: 'Switch off any black-and-white setting. Photograph the document itself, or yourself, and not a copy.',
    },
    image_filter_or_beauty: {
      title: 'A filter was used',
      explanation: 'Filters and beauty modes change how you look.',
      advice: 'Use the plain camera app with all filters switched off.',
    },
    doc_data_unreadable: {
      title: 'The text cannot be read',
      explanation: 'Name, number and dates on the document must be readable.',
      advice: 'Take the photo closer and sharper, so that you can read every line yourself.',
    },
    doc_damaged: {
      title: 'The document is damaged',
      explanation: 'A damaged document cannot be accepted.',
      advice: 'Use another valid document, or have this one renewed.',
    },
    doc_unsigned: {
      title: 'The signature is missing',
      explanation: 'Your document has a field for your signature and it is empty.',
      advice: 'Sign the document if your country asks for it, then photograph it again.',
    },
    doc_portrait_missing: {
      title: 'The document shows no photo of you',
      explanation: 'We need a document that carries your photo.',
      advice: 'Use a document with a photo, and make sure the photo is in the picture.',
    },
    doc_expired: {
      title: 'The document is out of date',
      explanation: 'We can only accept a document that is still valid.',
      advice: 'Use another document that is still in date.',
    },
    doc_expires_soon: {
      title: 'The document is about to expire',
      explanation: 'The document is still in date, but not for as long as we need.',
      advice: 'Use another document that stays valid for longer, or have this one renewed.',
    },
    doc_type_mismatch: {
      title: 'This is not the document you chose',
      explanation: 'The photo shows another kind of document than the one chosen before.',
      advice: 'Photograph the kind of document you chose.',
    },
    doc_type_unsupported: {
      title: 'This kind of document is not accepted',
      explanation: 'We accept passports and ID cards.',
      advice: 'Use your passport or your ID card.',
    },
    data_mismatch_profile: {
      title: 'The data do not match your profile',
      explanation: 'What is on the document differs from what you told us.',
      advice: 'Check your name and birth date in your profile, correct them, and send the photo again.',
    },
    mrz_barcode_invalid: {
      title: 'The lines at the edge cannot be read',
      explanation: 'The lines of letters and “<” signs, or the barcode, could not be read correctly.',
      advice: 'Photograph that strip again, flat, sharp and without shine.',
    },
    language_unsupported: {
      title: 'We cannot read this script',
      explanation: 'The document is in a script that we do not support.',
      advice: 'Send a document that also carries your data in Latin letters.',
    },
    country_unsupported: {
      title: 'Your country is not supported',
      explanation: 'We cannot offer the service for documents of this country at present.',
      advice: 'There is nothing you need to do; a new photo would not change this.',
    },
    age_below_minimum: {
      title: 'The minimum age is not reached',
      explanation: 'The service is open to people who have reached the minimum age.',
      advice: 'There is nothing you need to do; a new photo would not change this.',
    },
    capture_screenshot: {
      title: 'This is a screenshot',
      explanation: 'We need a photo that you take with your camera.',
      advice: 'Photograph the document itself, or yourself, with your camera.',
    },
    capture_photo_of_screen: {
      title: 'This is a photo of a screen',
      explanation: 'We need a photo of the document itself, or of you, not of a screen.',
      advice: 'Photograph the document itself, or yourself, with your camera.',
    },
    capture_printed_copy: {
      title: 'This is a copy',
      explanation: 'We need a photo of the original document, not of a print.',
      advice: 'Photograph the original document with your camera.',
    },
    capture_digital_document: {
      title: 'This is a scan or a digital document',
      explanation: 'We need a photo of the document itself.',
      advice: 'Photograph the document itself with your camera.',
    },
    doc_watermark_overlay: {
      title: 'Something was added to the photo',
      explanation: 'A stamp, watermark or text lies over the document.',
      advice: 'Send a photo without anything added to it.',
    },
    image_edited: neutral,
    doc_sample_or_template: generic,
    doc_fake: generic,
    selfie_missing: {
      title: 'The photo of your face is missing',
      explanation: 'We need a photo of your face to compare it with the document.',
      advice: 'Take a photo of your face, looking straight into the camera.',
    },
    selfie_no_face: {
      title: 'We could not see your face',
      explanation: 'No face, or only a part of one, could be found in the photo.',
      advice: 'Hold the phone at eye level, with your whole face in the middle of the picture.',
    },
    face_glasses: {
      title: 'Please take your glasses off',
      explanation: 'Glasses cover part of your face or reflect light.',
      advice: 'Take your glasses off for the photo.',
    },
    face_covered: {
      title: 'Your face is partly covered',
      explanation: 'We need to see your whole face.',
      advice:
        'Take off hat, sunglasses, scarf or mask. A religious head covering may stay on as long as your face is visible.',
    },
    face_pose_expression: {
      title: 'Please look straight into the camera',
      explanation: 'We need a neutral face with open eyes.',
      advice: 'Look straight ahead at eye level, eyes open, mouth closed.',
    },
    selfie_multiple_people: {
      title: 'There is more than one person',
      explanation: 'Only you may be in the photo.',
      advice: 'Take the photo alone, and mind pictures of people on the wall.',
    },
    face_mismatch: {
      title: 'We could not match the photos',
      explanation: 'We could not compare your face with the document.',
      advice: 'Take both photos again in good, even light.',
    },
    liveness_failed: {
      title: 'We could not accept the photo of your face',
      explanation: 'The photo could not be verified.',
      advice: 'Take a new photo of yourself with the camera, in even light.',
    },
    selfie_is_document: {
      title: 'We need a photo of yourself',
      explanation: 'The photo of your face shows a document.',
      advice: 'Turn to the front camera and take a photo of your face.',
    },
    selfie_manipulated: neutral,
    duplicate_image: neutral,
    duplicate_person: generic,
    duplicate_document: generic,
    on_blocklist: generic,
    third_party_involved: generic,
    suspicious_behaviour: generic,
    retry_limit_exceeded: {
      title: 'Let us help you',
      explanation: 'Several photos did not work out.',
      advice: 'Answer this message and name your reference: a person will help you.',
    },
    other_needs_human: generic,
  },
  message: {
    greeting: 'Hello,',
    closing: 'If you have questions, answer this message and name your reference {{reference}}.',
    adviceLead: 'What to do:',
    correction: 'We have looked at your case again. This message replaces the one we sent you before.',
    approved: {
      subject: 'Your identity is verified ({{reference}})',
      intro: 'Your identity has been verified. You don’t need to do anything else.',
    },
    rejected: {
      subject: 'We could not verify your identity ({{reference}})',
      intro: 'We have looked at the photos you sent and could not verify your identity.',
    },
    resubmission_requested: {
      subject: 'We need a new photo from you ({{reference}})',
      intro: 'Thank you for your photos. One more step is needed: please take the following again.',
      link: 'See what was wrong on your own picture and send the new photo here:',
    },
  },
  progress: {
    waiting: 'We have received your photos and are checking them. You don’t need to do anything now.',
    inReview: 'A colleague is looking at your photos right now. You don’t need to do anything now.',
    approved: 'Your identity has been verified. You don’t need to do anything else.',
    rejected: 'We could not verify your identity with the photos you sent.',
    resubmission: 'We need a new photo from you. We have sent you a message with a link where you can send it.',
    sentAgain: 'We have received your new photos and are checking them.',
  },
  page: {
    title: 'Send a new photo',
    intro: 'We could not use everything you sent. Here is what to do differently.',
    problem: 'What was wrong',
    todo: 'What to do',
    takePhoto: 'Take a photo',
    changePhoto: 'Take another one',
    send: 'Send',
    sending: 'Sending…',
    ready: 'Ready to send',
    missing: 'Please add every photo that is asked for.',
    sent: 'Thank you, we have your photos',
    sentDetail: 'We will check them and write to you. You can close this page.',
    expired: 'This link is no longer valid',
    expiredDetail: 'Ask us for a new link and name your reference.',
    alreadySent: 'Your photos have already reached us',
    alreadySentDetail: 'We are checking them and will write to you. There is nothing more to do here.',
    kept: 'These photos were fine and are kept:',
    reference: 'Reference',
    help: 'Questions? Answer our message and name this reference.',
    failed: 'That did not work. Check your connection and try again: nothing is lost.',
    marked: 'Your photo, with the problem marked',
    language: 'Language',
    unknown: 'This link does not work',
    unknownDetail: 'Open the whole link from our message, or ask us for a new one.',
    choosePhoto: 'Choose a photo you have',
    chosen: 'Your new photo',
    looking: 'Looking at your photo…',
    looksGood: 'Looks good',
    mayRetake: 'You can take another one, or send it as it is.',
    wrongType: 'This file can’t be used here. Please choose {{types}}.',
    tooLarge: 'This photo has {{size}}; we can take up to {{limit}}. Use your camera’s normal quality.',
    notTaken: 'One of the photos could not be taken. Please look at what is said below it and choose another one.',
    retrying: 'The connection was lost. Trying again in {{seconds}} s; nothing is lost, please keep this page open.',
    noConnection: 'You are offline. We go on by ourselves when the connection is back; please keep this page open.',
    tryAgain: 'Try again',
    loading: 'Loading…',
    trouble: 'Something went wrong on our side',
    close: 'Close',
    startingCamera: 'Starting the camera. If your browser asks, please allow it.',
    fitDocument: 'Fit the whole document into the frame',
    fitFace: 'Look straight ahead, with your face in the oval',
    switchCamera: 'Switch camera',
    cameraApp: 'Use the camera app',
    cameraOff:
      'The settings of your device keep the camera from this browser. Look there under privacy for the camera, and allow it.',
  },
  allowCamera: {
    in_app:
      'This page was opened inside another app, which may have no camera to give. Open it in your browser: choose that in the menu, or copy the link from our message.',
    samsung_internet:
      'In the browser’s menu open Settings, Sites and downloads, Site permissions, Camera, and allow this page.',
    firefox_android:
      'Tap the lock beside the address and allow the camera. If it is not there, open your phone’s settings: Apps, Firefox, Permissions, Camera.',
    chrome_android: 'Tap the icon to the left of the address, then Permissions, and switch the camera on.',
    ios_browser: 'Open Settings, then Apps and this browser, switch the camera on, and come back here.',
    safari_ios:
      'Tap the icon beside the address, then “Website Settings”, on newer devices behind the three dots, and set Camera to “Allow”.',
    firefox: 'Click the crossed-out camera to the left of the address and take the block away.',
    chrome: 'Click the icon to the left of the address and switch the camera on.',
    safari:
      'In the menu Safari open “Settings for This Website…” and set Camera to “Allow”; on an iPad tap the icon beside the address, then “Website Settings”.',
  },
}
