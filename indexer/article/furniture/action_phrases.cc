// What calls to action are made of, and what is never one.
// Rows of one topic stand together; within a row the languages follow each other as en, de, es, fr,
// pl, it, pt, nl where we know the wording.
#include <array>

#include "article/furniture/phrases.h"

namespace palpate {
namespace {

using enum Topic;
using enum Where;

constexpr auto kRows = std::to_array<PhraseRow>({
    {action, start,
     "contact us|contact our|call us|call our office|call our clinic|call now|call today to|book "
     "now|book online|"
     "book today|book your|book an appointment today|book an appointment now|book an appointment "
     "online|book a free|"
     "schedule your appointment|schedule your session|schedule your massage|schedule your "
     "consultation|"
     "schedule your free|schedule your visit|schedule your next|schedule your first|schedule "
     "now|schedule today|"
     "schedule an appointment today|schedule a free|schedule a consultation today|schedule online|"
     "request an appointment today|request your appointment|request an appointment online|make "
     "your appointment|"
     "get in touch with us|get in touch today|get in touch now|get in touch to|get in touch "
     "and|please contact us|"
     "please call us|please reach out|feel free to contact us|feel free to reach out|dont hesitate "
     "to contact|"
     "dont hesitate to reach out|please dont hesitate|please do not hesitate|ask us|reach out to "
     "us|reach out today|click here|click the link|click the button|"
     "click below|give us a call|visit our|visit us|follow us on|follow us at|follow us for|follow "
     "us and|follow us today|find us on|check out our|learn more "
     "about our|"
     "buy now|shop now|order now|download our|get started today|start your journey|claim your|send "
     "us|email us|"
     "text us|drop us|come see us|come visit us|come in and see us|stop by our|like and share|like "
     "us|leave us|"
     "kontaktieren sie uns|rufen sie uns|jetzt buchen|jetzt termin|termin vereinbaren|termin "
     "buchen|"
     "vereinbaren sie jetzt|vereinbaren sie einen termin bei uns|buchen sie jetzt|buchen sie "
     "ihren|buchen sie online|klicken sie hier|contáctanos|contáctenos|"
     "contacta con nosotros|llámanos|llámenos|reserva tu|reserve su|reserva ahora|agenda tu|agende "
     "su|pide tu cita|"
     "haz clic aquí|contactez nous|appelez nous|prenez rendez vous en ligne|prenez rendez vous "
     "maintenant|"
     "prenez rendez vous dès|prenez rendez vous avec nous|réservez votre|réservez en "
     "ligne|réservez maintenant|cliquez ici|skontaktuj się z nami|"
     "zadzwoń do nas|umów się|umów wizytę|zarezerwuj wizytę|zarezerwuj termin|kliknij "
     "tutaj|contattaci|contattateci|chiamaci|chiamateci|"
     "prenota la tua|prenota il tuo|prenota ora|prenota subito|prenota online|prenotate|clicca "
     "qui|entre em contato conosco|entre em contacto connosco|ligue para nós|ligue agora|"
     "agende sua|agende a sua|marque a sua|marque sua|reserve agora|clique aqui|neem contact met "
     "ons op|bel ons|"
     "maak een afspraak bij ons|maak nu een afspraak|maak vandaag nog|maak online|boek nu|boek "
     "je|boek online|klik hier"},
    {action, inside,
     "share it with your friends|share this with your friends|share with your friends|share it "
     "with "
     "friends|share this with friends|share with friends and family|share it with a friend|share "
     "this "
     "with a friend|share this article with|share this post with|share this page with|please share "
     "this article|please share this post|teile ihn mit deinen freunden|teilen sie ihn mit|teilen "
     "sie diesen artikel|teilen sie "
     "diesen beitrag|teile diesen artikel|teile diesen beitrag|compártelo con tus|comparte este "
     "artículo|comparte con tus amigos|compártelo con quien|partagez le avec vos|partagez cet "
     "article|partage cet article|podziel się nim z|podziel się tym artykułem|podziel się tym "
     "wpisem|udostępnij ten artykuł|udostępnij go znajomym|condividilo con|condividi questo "
     "articolo|compartilhe com seus|compartilhe este|partilhe este|deel het met je|deel dit "
     "artikel|"
     "deel dit bericht"},
    {action, start,
     "thanks for reading|thank you for reading|thanks for stopping by|if you liked this article|if "
     "you liked this post|if you enjoyed this article|if you enjoyed this post|if you enjoyed "
     "reading|if you found this article|if you found this post|did you like this article|did you "
     "enjoy this article|we look forward to seeing you|we look forward to hearing from you|we look "
     "forward to meeting you|we look forward to welcoming you|looking forward to seeing you|we "
     "cant "
     "wait to see you|we cant wait to meet you|we hope to see you|"
     "danke fürs lesen|danke für das lesen|vielen dank fürs lesen|wenn ihnen dieser artikel "
     "gefallen|wenn ihnen dieser beitrag gefallen|wenn dir dieser artikel gefallen|wenn dir dieser "
     "beitrag gefallen|hat ihnen der artikel gefallen|hat dir der artikel gefallen|hat ihnen "
     "dieser "
     "artikel gefallen|hat dir dieser artikel gefallen|wir freuen uns auf sie|wir freuen uns auf "
     "dich|wir freuen uns auf ihren|wir freuen uns auf deinen|"
     "gracias por leer|gracias por leernos|si te gustó este|si te ha gustado este|si le ha gustado "
     "este|te esperamos|los esperamos|le esperamos|esperamos verte|"
     "merci davoir lu|merci de votre lecture|merci pour votre lecture|si cet article vous a plu|si "
     "vous avez aimé cet article|au plaisir de vous accueillir|au plaisir de vous voir|au plaisir "
     "de vous rencontrer|nous avons hâte de vous|nous serons ravis de vous accueillir|"
     "dziękuję za przeczytanie|dziękujemy za przeczytanie|dzięki za przeczytanie|dziękujemy za "
     "lekturę|jeśli podobał ci się|jeżeli podobał ci się|podobał ci się ten artykuł|serdecznie "
     "zapraszamy|zapraszamy serdecznie|czekamy na ciebie|czekamy na państwa|do zobaczenia w naszym|"
     "grazie per aver letto|grazie per la lettura|se ti è piaciuto questo|se questo articolo ti è "
     "piaciuto|ti aspettiamo|vi aspettiamo|"
     "obrigado por ler|obrigada por ler|obrigado pela leitura|se você gostou deste|se gostou deste|"
     "esperamos por você|esperamos você|"
     "bedankt voor het lezen|dank voor het lezen|vond je dit artikel|vond u dit artikel|we kijken "
     "ernaar uit je|we kijken ernaar uit u|we zien je graag|we zien u graag"},
    {action, inside,
     "contact us today|contact us now|contact us to schedule|contact us to book|contact us "
     "at|contact us for|"
     "contact our office|contact our clinic|call us today|call us at|call us now|call us on|call "
     "our office|"
     "schedule your appointment|schedule your session|schedule your consultation|schedule your "
     "free|"
     "schedule an appointment with us|schedule an appointment with our|book your appointment|book "
     "your session|"
     "book your massage|book your next|book an appointment with us|book an appointment with "
     "our|book online|"
     "book a session with|book a consultation with|give us a call|click our|click here to|click "
     "the button|"
     "our scheduling button|our online booking|our booking page|reach out to us|get in touch with "
     "us|"
     "make an appointment with us|kontaktieren sie uns|rufen sie uns an|termin bei "
     "uns|contáctanos|contáctenos|"
     "llámanos|contactez nous|appelez nous|skontaktuj się z nami|zadzwoń do "
     "nas|contattaci|chiamaci|"
     "entre em contato conosco|neem contact met ons op|neem contact op met ons|bel ons"},

    {weak_action, start,
     "call|schedule|book|visit|click|request|make an appointment|reach out|learn more|find out "
     "more|to schedule|to book|"
     "to make an appointment|to learn more|if youre ready|if you are "
     "ready|rufen|besuchen|vereinbaren|buchen|llame|llama|"
     "visite|visita|reserve|appelez|visitez|zadzwoń|odwiedź|chiama|chiamate|ligue|bel|bezoek"},

    {dialled_action, start,
     "contact|text|phone|ring|email|give|dial|telephone|llame|telefon|tel|reach"},

    {condition, inside,
     "if|when|since|because|wenn|falls|weil|si|quand|lorsque|cuando|jeśli|gdy|se|quando|als|"
     "wanneer"},
    {symptom, inside,
     "pain|pains|painful|ache|aches|aching|hurt|hurts|worse|worsen|worsens|swelling|swells|swollen|"
     "numb|numbness|tingling|weakness|dizzy|dizziness|fever|rash|bleeding|fracture|infection|"
     "symptom|symptoms|bruise|bruising|schmerz|schmerzen|schlimmer|schwellung|taub|fieber|dolor|"
     "peor|hinchazón|fiebre|douleur|douleurs|pire|gonflement|fièvre|ból|bóle|gorzej|obrzęk|"
     "gorączka|"
     "dolore|dolori|peggio|gonfiore|febbre|dor|dores|pior|inchaço|febre|pijn|erger|zwelling|"
     "koorts"},
    {booking, inside,
     "today|now|schedule|scheduling|book|booking|appointment|appointments|session|visit|free|"
     "consultation|online|massage|website|call|email|termin|buchen|cita|reservar|rendez vous|"
     "wizyta|wizytę|appuntamento|prenotare|consulta|afspraak|boeken"},

    {self, inside,
     "us|our|we|uns|unser|unsere|unserer|unserem|unseren|nosotros|nuestro|nuestra|nuestros|"
     "nuestras|nous|notre|nos|nas|"
     "nam|nasz|nasza|naszej|naszym|noi|nostro|nostra|nós|nosso|nossa|conosco|ons|onze"},

    {advice, inside,
     "right away|immediately|at once|straight away|numbness|bladder|bowel|fever|bleeding|side "
     "effects|medication|"
     "dose|sofort|inmediatamente|immédiatement|natychmiast|immediatamente|imediatamente|"
     "onmiddellijk|911|999|112|988|111|emergency|emergencies|ambulance|doctor|doctors|physician|gp|"
     "health care provider|"
     "healthcare provider|health care professional|healthcare professional|medical "
     "attention|urgent care|hospital|"
     "poison|poison "
     "control|hotline|helpline|lifeline|crisis|suicide|nurse|pharmacist|midwife|notruf|notarzt|"
     "arzt|ärztin|"
     "notaufnahme|krankenhaus|giftnotruf|emergencias|urgencias|médico|médica|doctora|hospitales|"
     "urgences|médecin|samu|"
     "hôpital|pogotowie|lekarz|lekarza|lekarzem|szpital|szpitala|pronto "
     "soccorso|medico|ospedale|ambulanza|emergência|"
     "pronto socorro|médicos|huisarts|arts|spoedeisende|ziekenhuis|alarmnummer"},

    {teaser, start,
     "ready to|ready for|are you ready|tired of|are you tired|fed up with|had enough of|sick of|"
     "struggling with|are you struggling|suffering from|are you suffering|do you suffer|living "
     "with|"
     "dealing with|are you dealing|in pain|are you in pain|need a|need an|need some|do you need|do "
     "you have|does your|is your|are your|could you use|why wait|why not|what are you waiting for|"
     "wondering|not sure|unsure|have you been|looking for|looking to|want|do you want|would you "
     "like|interested "
     "in|have questions|"
     "have a question|do you have questions|need help|need relief|still have "
     "questions|curious|sind sie bereit|bereit|bist du bereit|"
     "haben sie|hast du|leiden sie|leidest du|möchten sie|möchtest du|wollen sie|willst du|genug "
     "von|suchen sie|brauchen sie|interesse|listo para|lista para|listos para|estás listo|estás "
     "lista|tienes|tiene|sufres|quieres|buscas|necesitas|cansado de|cansada de|prêt à|prêts "
     "à|prête "
     "à|êtes vous prêt|souffrez vous|vous souffrez|vous cherchez|vous voulez|envie de|besoin "
     "de|marre "
     "de|"
     "vous avez des questions|gotowy|gotowa|gotowi|masz|chcesz|szukasz|potrzebujesz|cierpisz|masz "
     "pytania|pronto a|pronti a|pronta a|hai|vuoi|cerchi|soffri di|stanco di|stanca di|pronto "
     "para|pronta para|você sofre|quer|procura|cansado de|cansada de|"
     "tem dúvidas|klaar om|klaar voor|heb je|heeft u|wil je|wilt u|zoek je|last van"},

    {promotion, inside,
     "more information|more info|learn more|find out more|read more|visit|click|check out|see "
     "more|get more|our website|"
     "this website|weitere informationen|mehr informationen|mehr erfahren|más "
     "información|visita|visite|plus dinformations|"
     "en savoir plus|więcej informacji|odwiedź|dowiedz się więcej|maggiori informazioni|scopri di "
     "più|mais informações|"
     "saiba mais|meer informatie|lees meer"},

    {street, inside,
     "street|st|avenue|ave|road|rd|boulevard|blvd|drive|lane|suite|ste|highway|hwy|parkway|platz|"
     "calle|avenida|rue|ulica|ul|via|rua"},

    {weekday, start,
     "mon|monday|tue|tues|tuesday|wed|wednesday|thu|thur|thurs|thursday|fri|friday|sat|saturday|"
     "sun|sunday|hours|opening hours|office hours|montag|mo|öffnungszeiten|lunes|horario|lundi|"
     "horaires|poniedziałek|pon|godziny "
     "otwarcia|lunedì|orari|segunda|horário|maandag|openingstijden"},

    {contact_label, start,
     "tel|telephone|phone|call|call us|fax|mobile|cell|text|email|e "
     "mail|mail|website|web|telefon|teléfono|téléphone|"
     "telefono|telefone|telefoon|office|address|clinic|whatsapp"},
});

}  // namespace

std::span<const PhraseRow> action_phrases() { return kRows; }

}  // namespace palpate
