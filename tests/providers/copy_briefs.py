"""Two hundred varied briefs for the copy: products, calls, questions, stories and odd input."""

PRODUCTS = """
Artisan coffee that starts your morning right
Fitness app for busy moms to stay healthy
Luxury perfume capturing midnight elegance
New smartphone launch
Skincare transformation
Marathon training app
10M users tracking goals
Gourmet chocolate tasting
Introducing Nimbus running shoes, light as air
Waterproof hiking boots for mountain trails
Online bank for freelancers without paperwork
Organic dog food made with real salmon
Budgeting app that helps students save money
Family pizza restaurant in the old town
A noise cancelling headset for commuters
Limited edition wristwatch with a black dial
Handmade soy candles with a cedar scent
Electric car for long journeys
Meal kits for parents who hate planning dinner
Sunscreen for sensitive skin
Weekend cabin retreat in the forest
Commercial for a robot vacuum cleaner
Velvet lipstick collection
Cold lemonade on a hot beach
Grandmother's sourdough bread
VOLTA electric bikes
Solar panels for your home
Wooden toys for curious kids
A lamp called Lumen that wakes you gently
Mattress that ends back pain
Yoga studio for beginners
Ramen shop lunch special
Earl Grey tea for rainy afternoons
Small-batch gin with garden herbs
Alcohol-free beer for the long evening
Natural wine from a family vineyard
Kombucha with real ginger
Hot chocolate for winter evenings
Sparkling water with a hint of lime
Vegan burger that bleeds beetroot
Sushi delivery in Brighton
Our new tapas bar opens on Friday
Birthday cakes made to order
Gelato with Sicilian pistachio
Farmhouse cheddar, aged for two years
Granola with no added sugar
Raw honey from mountain meadows
Popcorn for film nights
Cat food for fussy cats
A vet clinic that stays open at night
Dog walker in Camden
Men's cologne with smoky oud
Rose gold engagement ring
Pearl earrings for every day
Vitamin C serum for dull skin
Shampoo bar without plastic
Hair salon for curly hair
Beard oil with sandalwood
Bath salts for tired muscles
Electric toothbrush for children
Sunglasses made from ocean plastic
Winter coat made of recycled wool
Rain jacket that packs into its own pocket
Linen shirts for hot summers
Handmade leather bag
Backpack for school children
Umbrella that survives storms
Merino socks for long walks
Bespoke suits by Harlow & Finch
Foldable phone reveal
Laptop for students
Mechanical keyboard for writers
Mirrorless camera for travel photographers
Wireless earbuds
Smart doorbell that knows your neighbours
Drone that follows you down the mountain
E-reader for the beach
Power bank that charges in ten minutes
Cargo bike for young families
Electric scooter for the last mile
Camper van rental
Car insurance for new drivers
Boxing gym in Leeds
Protein powder with 25 g protein
Climbing gym for families
Tent for two
Meditation app for anxious people
Sleep app with rain sounds
Language learning app with 500 million users
Dating app for people over fifty
Project management tool trusted by 4,000 teams
Invoicing software for small businesses
Habit tracker
Recipe app for one
Note-taking app for messy minds
Website builder for bakers
Board game for rainy Sundays
Music streaming without ads
Jazz festival by the lake
Outdoor cinema this summer
Children's museum with a dinosaur
Guitar lessons online
Coding course for career changers
Piano lessons for grown-ups
Evening class in pottery
Bookshop with a cat
Crime novel set in Oslo
Weighted blanket
Sofa for large families
Office chair that saves your back
Cast iron skillet
Chef's knife
Espresso machine for small kitchens
Houseplants delivered to your door
Garden centre in spring
Wedding photographer
Flowers for Mother's Day
Photo books from your phone
Gift cards for everyone
Cloth nappies that do not leak
Care home with a garden
Hearing aids nobody sees
Dentist for nervous patients
Online therapy from home
Contact lenses for dry eyes
Hay fever tablets
Life insurance for young parents
Mortgage advice for first-time buyers
24-hour emergency plumber in Leeds
House cleaning that you can trust
Removals across town
Broadband for the countryside
Law firm for tenants
Hotel by the sea with breakfast
Night train from Paris to Vienna
Walking tours of Edinburgh
Family holidays in Portugal
Food bank needs volunteers
Animal shelter: adopt, don't shop
Clean water for every village
Recycling made simple
Farm shop open every Saturday
Barber shop for gentlemen
Tattoo studio with gentle hands
Nimbus
Oatly-style oat milk for baristas
"Kestrel" headphones: 30 hours of battery, no cables
Introducing Marlow, the scarf you can wash
Sole & Stone hiking sandals, made in Portugal
Bloom helps teachers plan lessons in half the time
Pip: the lunch box that keeps soup hot
Join 250,000 members of the neighbourhood book club
Rated five stars by 12,000 customers: Fold, the travel wallet
Switch to Verda, green energy at a fixed price
Book a free trial at Kingsway Swimming School
Save 20% on garden furniture this weekend
Black Friday: all lamps half price
Try our new spicy ramen, only in March
""".strip().splitlines()

CALLS = """
Learn Spanish in ten minutes a day
Help seniors stay in touch with their family
Sleep better tonight
Adopt a donkey
Quit smoking without willpower
Cook Thai food at home
Sell your car in one afternoon
Stop losing your keys
Visit the oldest lighthouse in Norway
Eat slower
""".strip().splitlines()

QUESTIONS = """
Why do cats purr?
Tired of back pain?
What if your bike could climb hills?
Who makes the best pizza in town?
How do I get my child to read?
Where do you go when it rains?
""".strip().splitlines()

TALES = """
Aldar Kose riding his horse across the steppe to his yurt at sunset
A detective enters his dimly lit office on a rainy night
A girl finds a glowing fox in the snowy forest
An old lighthouse keeper watches the last ship leave at dusk
A boy flies a kite above the harbour
Two robots fall in love in a junkyard
An astronaut repairing a satellite above Mars
A pianist plays her last concert in an empty hall
A sailor crosses the ocean with his cat
A clockmaker builds a bird for his granddaughter
A woman explores an abandoned hospital at midnight
A penguin tries to become a lifeguard
A boxer fights his last fight
A grandmother teaches her grandson to bake bread
A thief steals a painting from the museum at night
A couple dances in the rain in Paris
A shepherd searching for a lost lamb in the mountains
A dragon who is afraid of fire
The last train leaves and a stranger stays on the platform
A chef chases a runaway goat through the market
""".strip().splitlines()

ODD = """
coffee
Was ist das?
🚀🚀🚀
https://example.com/shop?item=42
<b>Big</b> sale on {{ everything }}
milk, eggs, bread, washing powder, batteries
Как пахнет утро в горах
朝のコーヒーはあなたの一日を変える最高の一杯です
!!!
1234567890
SALE SALE SALE
the
for busy moms
A
Café con leche para las mañanas tranquilas
""".strip().splitlines()

COPY_BRIEFS = (*PRODUCTS, *CALLS, *QUESTIONS, *TALES, *ODD)
